// React and the router choose between a build for developers and the one for production when they are
// loaded, by NODE_ENV alone. What we serve is the latter, in the demo too; so this is imported before them.
process.env['NODE_ENV'] = 'production';
