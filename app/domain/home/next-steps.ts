// The steps that can come next with an assessment. One that waits says for whom or what.
import type { CriterionWork } from './reader-standing.ts';

export type NamedCriterion = Pick<CriterionWork, 'id' | 'title'>;

export type NextStep =
  // The answers.
  | { readonly code: 'say-facts'; readonly count: number }
  | { readonly code: 'read-sent-back'; readonly by: string | null; readonly at: string }
  | {
      readonly code: 'revise-criterion';
      readonly criterion: NamedCriterion;
      readonly dueOn: string;
    }
  | { readonly code: 'answer'; readonly criterion: NamedCriterion; readonly minutes: number }
  | { readonly code: 'finish-answer'; readonly criterion: NamedCriterion }
  | { readonly code: 'look-again'; readonly criterion: NamedCriterion }
  | { readonly code: 'confirm'; readonly criterion: NamedCriterion }
  | {
      readonly code: 'shorten';
      readonly criterion: NamedCriterion;
      readonly words: number;
      readonly limit: number;
    }
  | { readonly code: 'attach-evidence'; readonly criterion: NamedCriterion; readonly items: number }
  | {
      readonly code: 'enter-counts';
      readonly criterion: NamedCriterion;
      readonly indicator: string;
    }
  | { readonly code: 'see-cap'; readonly criterion: NamedCriterion }
  | { readonly code: 'answer-comments'; readonly criterion: NamedCriterion; readonly count: number }
  | { readonly code: 'see-others'; readonly count: number; readonly names: readonly string[] }
  | { readonly code: 'own-ready'; readonly left: number }
  | { readonly code: 'add-action' }
  // The way to a submission.
  | { readonly code: 'choose-round' }
  | { readonly code: 'put-right'; readonly count: number }
  | { readonly code: 'find-signer' }
  | { readonly code: 'ask-to-sign' }
  | { readonly code: 'wait-for-signature'; readonly by: string | null; readonly at: string }
  | { readonly code: 'sign'; readonly by: string | null; readonly at: string }
  | { readonly code: 'others-sign' }
  | { readonly code: 'wait-for-team'; readonly ready: number; readonly all: number }
  | { readonly code: 'submit'; readonly closesAt: string | null }
  | { readonly code: 'others-submit'; readonly signedBy: string | null }
  | { readonly code: 'own-signature' }
  | { readonly code: 'wait-for-round' }
  | { readonly code: 'round-opens'; readonly at: string }
  | { readonly code: 'round-closed'; readonly at: string }
  | { readonly code: 'rival' }
  // After it.
  | { readonly code: 'wait-for-panel'; readonly promisedBy: string | null }
  | { readonly code: 'begin-revision'; readonly dueOn: string }
  | { readonly code: 'wait-for-revision'; readonly dueOn: string }
  | { readonly code: 'revisions-over'; readonly dueOn: string }
  | { readonly code: 'read-decision' }
  | {
      readonly code: 'write-report';
      readonly year: number;
      readonly dueOn: string;
      readonly late: boolean;
    }
  | { readonly code: 'note-progress'; readonly year: number; readonly dueOn: string }
  | { readonly code: 'renew'; readonly lastDay: string }
  | { readonly code: 'see-renewal'; readonly renewal: string }
  | { readonly code: 'award-holds'; readonly lastDay: string }
  | { readonly code: 'start-again' }
  | { readonly code: 'award-over'; readonly lastDay: string };
