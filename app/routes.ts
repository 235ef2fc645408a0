// Every URL of the service: the sitemap, and what the test of access walks over.
import { index, prefix, route, type RouteConfig } from '@react-router/dev/routes';

export default [
  index('./routes/home.tsx'),
  route('sign-in', './routes/account/sign-in.tsx'),
  route('sign-in/again', './routes/account/sign-in-again.tsx'),
  route('sign-out', './routes/account/sign-out.ts'),
  route('set-password/:token', './routes/account/set-password.tsx'),

  route('help', './routes/public/help.tsx'),
  route('privacy', './routes/public/privacy.tsx'),
  route('cookies', './routes/public/cookies.tsx'),
  route('accessibility', './routes/public/accessibility.tsx'),
  route('charters/:charter', './routes/public/charter.tsx'),
  route('healthz', './routes/public/healthz.ts'),
  route('readyz', './routes/public/readyz.ts'),

  route('assessments/new', './routes/department/start.tsx'),
  ...prefix('assessments/:id', [
    index('./routes/department/task-list.tsx'),
    route('criteria/:criterion', './routes/department/criterion.tsx'),
    route('criteria/:criterion/autosave', './routes/department/autosave.ts'),
    route('criteria/:criterion/evidence', './routes/department/evidence-new.tsx'),
    route('criteria/:criterion/people', './routes/department/people.tsx'),
    route('criteria/:criterion/comments', './routes/department/comments.tsx'),
    route('criteria/:criterion/history', './routes/department/history.tsx'),
    route('evidence/:evidence', './routes/department/evidence.tsx'),
    route('evidence/:evidence/file', './routes/department/evidence-file.ts'),
    route('indicators/:indicator', './routes/department/indicator.tsx'),
    route('where-we-stand', './routes/department/where-we-stand.tsx'),
    route('actions', './routes/department/actions.tsx'),
    route('actions/new', './routes/department/action-new.tsx'),
    route('actions/:action', './routes/department/action.tsx'),
    route('actions/:action/change', './routes/department/action-change.tsx'),
    route('documents', './routes/department/documents.tsx'),
    route('documents/:kind', './routes/department/document.ts'),
    route('export', './routes/department/export.ts'),
    route('copy', './routes/department/copy.tsx'),
    route('move', './routes/department/move.tsx'),
    route('check', './routes/department/check.tsx'),
    route('sign', './routes/department/sign.tsx'),
    route('submission', './routes/department/submission.tsx'),
    route('submissions/:number', './routes/department/snapshot.ts'),
  ]),

  ...prefix('admin', [
    index('./routes/admin/organisations.tsx'),
    route('organisations/:organisation', './routes/admin/organisation.tsx'),
    route('people/:person', './routes/admin/person.tsx'),
    route('rounds', './routes/admin/rounds.tsx'),
    route('rounds/:round', './routes/admin/round.tsx'),
  ]),
] satisfies RouteConfig;
