// The organisations at whose providers people can sign in.
import { BODY_PROVIDER } from '#app/domain/policy/provider.ts';
import type { Services } from '#app/services.server.ts';
import { listProviders } from '#db/repositories/accounts/providers.ts';

const MOST_SHOWN = 20;

type Given = Pick<Services, 'engine' | 'config'>;

/** Whether there is any. */
export async function hasProviders({ engine, config }: Given): Promise<boolean> {
  return config.providers.body !== null || (await listProviders(engine.db)).length > 0;
}

/** Those whose organisation, or own name, has these words. */
export async function signInProviders({ engine, config }: Given, words: string) {
  const { body } = config.providers;
  const own =
    body === null
      ? []
      : [{ id: BODY_PROVIDER, name: body.name, organisation: config.awardingBody ?? body.name }];
  const rows = await listProviders(engine.db);
  const all = [...rows.map(({ id, name, organisation }) => ({ id, name, organisation })), ...own];
  const wanted = words.toLowerCase().split(/\s+/);
  const found = all.filter(({ name, organisation }) => {
    const text = `${name} ${organisation}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  return {
    shown: found.slice(0, MOST_SHOWN),
    more: Math.max(0, found.length - MOST_SHOWN),
    all: all.length,
    isMany: all.length > MOST_SHOWN,
  };
}
