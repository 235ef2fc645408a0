// Exact decimals as text.

/** A whole number of units of 10^-decimals as decimal text: 599 with 1 decimal is "59.9". */
export function decimalText(units: bigint, decimals: number): string {
  if (decimals === 0) return String(units);
  const digits = String(units).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
