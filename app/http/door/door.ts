// What a route is, beside its page: it says so itself, and the build reads it (doors-of.ts). A route that does not
// say it fails the build and answers nobody. What someone may do inside is decided in the use case or query, for
// the exact organisation.
import { z } from 'zod';

const it = z.literal(true).optional();

const doorShape = z
  .strictObject({
    /** public = anyone; person = whoever is signed in; administrator = a charter administrator. */
    policy: z.enum(['public', 'person', 'administrator']),
    /** Takes a form with a file, which is read as it arrives and has limits of its own (read-upload.ts). */
    upload: it,
    /** Takes a form that carries the preview of a whole file: 400 answers, or 300 actions. */
    preview: it,
    /** Says the same to everybody who is not signed in: sent compressed, and not again to who has it. */
    shared: it,
    /** Its address holds a token, which stands in no log (SEC-34). */
    secret: it,
    /** How often one network address may ask it is counted (SEC-88). */
    limited: it,
    /** Programs read it, from pages of other sites too, and nothing is changed there. */
    forPrograms: it,
    /** What is sent there is signed itself, so that it may come from elsewhere than our own pages. */
    signed: it,
    /** A document whose texts of a charter are in the language that its reader has chosen, as those of pages are. */
    inLanguage: it,
    /** Pages send it by themselves, whether or not anyone is there: it keeps no session alive. */
    quiet: it,
    /** Its form is one of one's own account, of which nothing is shown again or carried. */
    ownAccount: it,
    /**
     * Open to somebody whose second factor is overdue: it sets the factor up or ends the session, and shows nothing
     * that a role would open.
     */
    beforeFactor: it,
  })
  .readonly();

/** What a route says of itself. */
export type Door = z.infer<typeof doorShape>;
/** What the door goes by: a route that does not say what it is lets nobody in. */
export type AskedDoor = Door | (Omit<Door, 'policy'> & { readonly policy: 'nobody' });

/** Nothing but that nobody may come in. */
export const CLOSED: AskedDoor = { policy: 'nobody' };
/** No page at all, which anyone may be told. */
export const NO_PAGE: AskedDoor = { policy: 'public' };

/** The door of a route's module; null = it says none, or says something unknown. */
export function doorIn(module: object): Door | null {
  return doorShape.safeParse(Reflect.get(module, 'door')).data ?? null;
}
