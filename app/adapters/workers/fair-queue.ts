// Whose work comes next: everyone's in turn, however much one person asks for. Pure but for what it
// holds; it starts nothing and knows no clock.
import type { WorkFor } from '#app/ports.ts';

type Limits = {
  /** Jobs that run at the same time. */
  readonly places: number;
  /** Jobs of one person that wait; the next one is not taken. */
  readonly waitingEach: number;
};

type Waiting<Job> = { readonly job: Job; readonly arrived: number };

type Person<Job> = {
  readonly waiting: Waiting<Job>[];
  running: number;
  /** When a job of theirs last began or ended, in the order of all that happens here. */
  served: number;
};

/**
 * A queue in which a place that falls free goes to whoever has the least running, and among those to
 * whoever has waited longest since their job arrived or their last one ended. So nobody's next job
 * waits for more than one job of anyone else.
 */
export function createFairQueue<Job>({ places, waitingEach }: Limits) {
  const people = new Map<WorkFor, Person<Job>>();
  let order = 0;
  let running = 0;

  const since = ({ waiting, served }: Person<Job>) => Math.max(waiting[0]?.arrived ?? 0, served);

  return {
    /** Whether the job is taken: with so many waiting already, a person's next one is not. */
    add(person: WorkFor, job: Job): boolean {
      const known = people.get(person) ?? { waiting: [], running: 0, served: 0 };
      const mayWait = person === null || known.waiting.length < waitingEach;
      if (!mayWait) return false;
      order += 1;
      known.waiting.push({ job, arrived: order });
      people.set(person, known);
      return true;
    },

    /** The job that begins now; null while every place is taken or nothing waits. */
    next(): { readonly person: WorkFor; readonly job: Job } | null {
      if (running >= places) return null;
      const [first] = [...people]
        .filter(([, { waiting }]) => waiting.length > 0)
        .toSorted(([, one], [, other]) => one.running - other.running || since(one) - since(other));
      if (first === undefined) return null;
      const [name, person] = first;
      const taken = person.waiting.shift();
      if (taken === undefined) return null;
      order += 1;
      running += 1;
      person.running += 1;
      person.served = order;
      return { person: name, job: taken.job };
    },

    /** Gives back the place of a job of this person that has ended. */
    ended(name: WorkFor): void {
      const person = people.get(name);
      if (person === undefined || person.running === 0) throw new RangeError('nothing of it runs');
      order += 1;
      running -= 1;
      person.running -= 1;
      person.served = order;
      // Whoever has nothing here is forgotten, so that it does not grow with everyone who ever asked.
      if (person.running === 0 && person.waiting.length === 0) people.delete(name);
    },
  };
}
