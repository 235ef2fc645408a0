// What a request carries to routes, typed: the services, who asks, from where, the nonce of its page.
import { createContext } from 'react-router';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { Services } from '#app/services.server.ts';
import type { FactorStanding } from '#app/domain/policy/second-factor.ts';
import type { OwnSession } from './actor-of.ts';
import { type AskedDoor, CLOSED } from './door.ts';
import type { NotSaved } from './not-saved-answer.ts';

export const servicesContext = createContext<Services>();
/** null = nobody is signed in. */
export const actorContext = createContext<Actor | null>(null);
/** The session of the person who is signed in. */
export const sessionContext = createContext<OwnSession | null>(null);
/** What the person who is signed in has to do about a second factor. */
export const factorContext = createContext<FactorStanding>({ kind: 'fine' });
/** Seconds until this person may send a file again; 0 = they may. */
export const uploadWaitContext = createContext<number>(0);
/** The tag of the language in which charters are read; null = each charter's own. */
export const languageContext = createContext<string | null>(null);
/** What the route that was asked for says of itself. */
export const doorContext = createContext<AskedDoor>(CLOSED);
/** The address that was asked for, as it may stand in the log. */
export const loggedPathContext = createContext<string>('');
export const nonceContext = createContext<string>('');
/** The network address that asks, for the count of failed sign-ins. */
export const addressContext = createContext<string>('');
/** What could not be saved, for the page that says so; null on every other. */
export const notSavedContext = createContext<NotSaved | null>(null);
