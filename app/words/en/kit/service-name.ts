// What this service calls itself in pages, letters, authenticator apps and browsers.

export const SERVICE_NAME = 'Mentoring Charter self-assessment';
