// Whether the browser knows passkeys: only it can say, so the server's page goes without.
import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** false until scripts run, and where there are no passkeys. */
export function useKnowsPasskeys(): boolean {
  return useSyncExternalStore(never, browserSupportsWebAuthn, () => false);
}
