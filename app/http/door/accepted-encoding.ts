// In which way a body may be compressed for who asks.

export type Encoding = 'br' | 'gzip';

/** The best of ours that is accepted and not refused with q=0; null = neither. */
export function acceptedEncoding(accepted: string): Encoding | null {
  const names = accepted.split(',').flatMap((part) => {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    return parameters.some((one) => /^q=0(?:\.0*)?$/.test(one)) ? [] : [name];
  });
  return (['br', 'gzip'] as const).find((one) => names.includes(one)) ?? null;
}
