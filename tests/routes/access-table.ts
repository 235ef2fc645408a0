// Who gets what where, written by hand and compared with what the built service does. The person asks
// for what belongs to Therapies and rehabilitation of Northfield and Aberwen. GET stands for HEAD and
// for the data of the page, too, and POST for the data that a form sent by a script gets.
//
//   200 shown · 302 sent to sign in, or on · 303 done · 401 asked to sign in, the form is kept
//   403 may read, not this · 404 as if it were not there · 405 takes no forms · 409, 422 refused with reasons

/** The columns, in order: keys of the demo's people, and nobody. */
export const COLUMNS = [
  'anonymous',
  'viewer',
  'sponsor',
  'otherDepartment',
  'stranger',
  'panelMember',
  'chair',
  'administrator',
  'contributor',
  'lead',
] as const;
export type Column = (typeof COLUMNS)[number];

// A review that somebody off its panel asks for is as if it were not there: reviews.test.ts has its panel.
//                                                    nobody  own trust   elsewhere  awarding body  Therapies
//                                                    |       view spon   dept trust panl chai admn  contr lead
const TABLE = `
GET  /                                                200     200  200    200  200   302  302  302   200   200
GET  /accessibility                                   200     200  200    200  200   200  200  200   200   200
GET  /cookies                                         200     200  200    200  200   200  200  200   200   200
GET  /help                                            200     200  200    200  200   200  200  200   200   200
GET  /privacy                                         200     200  200    200  200   200  200  200   200   200
GET  /healthz                                         200     200  200    200  200   200  200  200   200   200
GET  /readyz                                          200     200  200    200  200   200  200  200   200   200
GET  /*                                               404     404  404    404  404   404  404  404   404   404
POST /*                                               404     404  404    404  404   404  404  404   404   404
GET  /charters/:charter                               200     200  200    200  200   200  200  200   200   200
GET  /awards                                           200     200  200    200  200   200  200  200   200   200
GET  /awards/:award                                    200     200  200    200  200   200  200  200   200   200
GET  /awards/:award/documents/:kind                    404     404  404    404  404   404  404  404   404   404
GET  /awards/organisations/:holder                     200     200  200    200  200   200  200  200   200   200
GET  /awards/:award/credential                        200     200  200    200  200   200  200  200   200   200
GET  /credentials/status/:list                        404     404  404    404  404   404  404  404   404   404
GET  /.well-known/did.json                            200     200  200    200  200   200  200  200   200   200
GET  /.well-known/jwks.json                           200     200  200    200  200   200  200  200   200   200
GET  /awards.csv                                      200     200  200    200  200   200  200  200   200   200
GET  /awards/feed.atom                                200     200  200    200  200   200  200  200   200   200
GET  /api/v1/awards                                   200     200  200    200  200   200  200  200   200   200
GET  /api/v1/awards/:award                            200     200  200    200  200   200  200  200   200   200
GET  /api/v1/organisations/:holder                    200     200  200    200  200   200  200  200   200   200
GET  /api/v1/openapi.json                             200     200  200    200  200   200  200  200   200   200
GET  /awards/:award/objection                         200     200  200    200  200   200  200  200   200   200
POST /awards/:award/objection                         422     422  422    422  422   422  422  422   422   422
GET  /verify                                           200     200  200    200  200   200  200  200   200   200
POST /verify                                          422     422  422    422  422   422  422  422   422   422
GET  /verify/:award                                    200     200  200    200  200   200  200  200   200   200
GET  /set-password/:token                             404     404  404    404  404   404  404  404   404   404
POST /set-password/:token                             422     422  422    422  422   422  422  422   422   422
GET  /calendar                                        302     200  200    200  200   200  200  200   200   200
POST /calendar                                        401     200  200    200  200   200  200  200   200   200
GET  /calendar/:token                                 404     404  404    404  404   404  404  404   404   404
GET  /reminders/:token                                404     404  404    404  404   404  404  404   404   404
POST /reminders/:token                                404     404  404    404  404   404  404  404   404   404
GET  /invitations/:token                              404     404  404    404  404   404  404  404   404   404
POST /invitations/:token                              404     404  404    404  404   404  404  404   404   404
GET  /role-changes/:token                             404     404  404    404  404   404  404  404   404   404
POST /role-changes/:token                             404     404  404    404  404   404  404  404   404   404
GET  /sign-in                                         200     302  302    302  302   302  302  302   302   302
POST /sign-in                                         422     422  422    422  422   422  422  422   422   422
GET  /sign-in/again                                   200     200  200    200  200   200  200  200   200   200
POST /sign-in/again                                   401     401  401    401  401   401  401  401   401   401
GET  /sign-in/provider                                200     200  200    200  200   200  200  200   200   200
POST /sign-in/provider                                422     422  422    422  422   422  422  422   422   422
GET  /sign-in/provider/callback                       422     422  422    422  422   422  422  422   422   422
GET  /sign-in/provider/signed-out                     404     404  404    404  404   404  404  404   404   404
GET  /sign-in/provider/back-channel-logout            404     404  404    404  404   404  404  404   404   404
POST /sign-in/provider/back-channel-logout            400     400  400    400  400   400  400  400   400   400
GET  /account/provider                                302     200  200    200  200   200  200  200   200   200
POST /account/provider                                401     404  404    404  404   404  404  404   404   404
GET  /account/confirm-at-provider                     302     200  200    200  200   200  200  200   200   200
POST /account/confirm-at-provider                     401     422  422    422  422   422  422  422   422   422
GET  /sign-in/code                                    200     200  200    200  200   200  200  200   200   200
POST /sign-in/code                                    422     422  422    422  422   422  422  422   422   422
GET  /sign-in/passkey                                 200     200  200    200  200   200  200  200   200   200
POST /sign-in/passkey                                 422     422  422    422  422   422  422  422   422   422
GET  /sign-in/passkey/options                         404     404  404    404  404   404  404  404   404   404
POST /sign-in/passkey/options                         200     200  200    200  200   200  200  200   200   200
GET  /sign-in/link                                    200     200  200    200  200   200  200  200   200   200
POST /sign-in/link                                    200     200  200    200  200   200  200  200   200   200
GET  /sign-in/device/:token                           404     404  404    404  404   404  404  404   404   404
POST /sign-in/device/:token                           422     422  422    422  422   422  422  422   422   422
GET  /forgotten-password                              200     200  200    200  200   200  200  200   200   200
POST /forgotten-password                              200     200  200    200  200   200  200  200   200   200
GET  /account                                         302     200  200    200  200   200  200  200   200   200
GET  /account/name                                    302     200  200    200  200   200  200  200   200   200
POST /account/name                                    401     422  422    422  422   422  422  422   422   422
GET  /account/password                                302     200  200    200  200   200  200  200   200   200
POST /account/password                                401     422  422    422  422   422  422  422   422   422
GET  /account/address                                 302     200  200    200  200   200  200  200   200   200
POST /account/address                                 401     422  422    422  422   422  422  422   422   422
GET  /account/address/:token                          404     404  404    404  404   404  404  404   404   404
POST /account/address/:token                          422     422  422    422  422   422  422  422   422   422
GET  /account/second-factor                           302     200  200    200  200   200  200  200   200   200
POST /account/second-factor                           401     303  303    303  303   303  303  303   303   303
GET  /account/passkeys                                302     200  200    200  200   200  200  200   200   200
POST /account/passkeys                                401     422  422    422  422   422  422  422   422   422
GET  /account/passkeys/options                        302     404  404    404  404   404  404  404   404   404
POST /account/passkeys/options                        401     200  200    200  200   200  200  200   200   200
GET  /account/sessions                                302     200  200    200  200   200  200  200   200   200
POST /account/sessions                                401     303  303    303  303   303  303  303   303   303
GET  /account/data                                    302     200  200    200  200   200  200  200   200   200
GET  /not-saved                                        404     404  404    404  404   404  404  404   404   404
GET  /sign-out                                        302     302  302    302  302   302  302  302   302   302
POST /sign-out                                        303     303  303    303  303   303  303  303   303   303

GET  /assessments/new                                 302     200  200    200  200   200  200  200   200   200
POST /assessments/new                                 401     422  422    422  422   422  422  422   422   303
GET  /assessments/:id                                 302     200  200    404  404   404  404  404   200   200
GET  /assessments/:id/criteria/:criterion             302     200  200    404  404   404  404  404   200   200
POST /assessments/:id/criteria/:criterion             401     403  403    404  404   404  404  404   303   303
GET  /assessments/:id/criteria/:criterion/autosave    302     400  400    400  400   400  400  400   400   400
POST /assessments/:id/criteria/:criterion/autosave    401     403  403    404  404   404  404  404   200   200
GET  /assessments/:id/criteria/:criterion/presence    302     400  400    400  400   400  400  400   400   400
POST /assessments/:id/criteria/:criterion/presence    401     403  403    404  404   404  404  404   200   200
GET  /assessments/:id/criteria/:criterion/files       302     400  400    400  400   400  400  400   400   400
POST /assessments/:id/criteria/:criterion/files       401     403  403    404  404   404  404  404   200   200
GET  /assessments/:id/criteria/:criterion/evidence    302     403  403    404  404   404  404  404   200   200
POST /assessments/:id/criteria/:criterion/evidence    401     403  403    404  404   404  404  404   303   303
GET  /assessments/:id/criteria/:criterion/people      302     403  403    404  404   404  404  404   403   200
POST /assessments/:id/criteria/:criterion/people      401     403  403    404  404   404  404  404   403   303
GET  /assessments/:id/criteria/:criterion/review      302     403  403    404  404   404  404  404   200   200
POST /assessments/:id/criteria/:criterion/review      401     403  403    404  404   404  404  404   303   303
GET  /assessments/:id/criteria/:criterion/comments    302     200  200    404  404   404  404  404   200   200
POST /assessments/:id/criteria/:criterion/comments    401     303  303    404  404   404  404  404   303   303
GET  /assessments/:id/criteria/:criterion/history     302     200  200    404  404   404  404  404   200   200
POST /assessments/:id/criteria/:criterion/history     401     403  403    404  404   404  404  404   303   303
GET  /assessments/:id/criteria/:criterion/requirement 302     404  404    404  404   404  404  404   404   404
POST /assessments/:id/criteria/:criterion/requirement 401     403  403    404  404   404  404  404   404   404
GET  /assessments/:id/evidence/:evidence              302     403  403    404  404   404  404  404   200   200
POST /assessments/:id/evidence/:evidence              401     403  403    404  404   404  404  404   303   303
GET  /assessments/:id/evidence/:evidence/file         302     200  200    404  404   404  404  404   200   200
GET  /assessments/:id/evidence/:evidence/erase        302     403  403    404  404   404  404  404   403   200
POST /assessments/:id/evidence/:evidence/erase        401     403  403    404  404   404  404  404   403   303
GET  /assessments/:id/indicators/:indicator           302     200  200    404  404   404  404  404   200   200
POST /assessments/:id/indicators/:indicator           401     403  403    404  404   404  404  404   303   303
GET  /assessments/:id/facts                            302     404  404    404  404   404  404  404   404   404
POST /assessments/:id/facts                            401     404  404    404  404   404  404  404   404   404
GET  /assessments/:id/where-we-stand                  302     200  200    404  404   404  404  404   200   200
POST /assessments/:id/where-we-stand                  401     403  403    404  404   404  404  404   403   303
GET  /assessments/:id/actions                         302     200  200    404  404   404  404  404   200   200
GET  /assessments/:id/actions/plan.xlsx               302     200  200    404  404   404  404  404   200   200
GET  /assessments/:id/actions/plan.ics                302     200  200    404  404   404  404  404   200   200
GET  /assessments/:id/actions/import                  302     403  403    404  404   404  404  404   200   200
POST /assessments/:id/actions/import                  401     403  403    404  404   404  404  404   422   422
GET  /assessments/:id/actions/new                     302     403  403    404  404   404  404  404   200   200
GET  /assessments/:id/actions/several                 302     403  403    404  404   404  404  404   200   200
POST /assessments/:id/actions/several                 401     403  403    404  404   404  404  404   303   303
POST /assessments/:id/actions/new                     401     403  403    404  404   404  404  404   303   303
POST /assessments/:id/actions                         401     403  403    404  404   404  404  404   303   303
GET  /assessments/:id/actions/:action                 302     200  200    404  404   404  404  404   200   200
POST /assessments/:id/actions/:action                 401     403  403    404  404   404  404  404   303   303
GET  /assessments/:id/actions/:action/change          302     403  403    404  404   404  404  404   200   200
POST /assessments/:id/actions/:action/change          401     403  403    404  404   404  404  404   303   303
GET  /assessments/:id/progress                        302     200  200    404  404   404  404  404   200   200
POST /assessments/:id/progress                        401     403  403    404  404   404  404  404   403   404
GET  /assessments/:id/progress/:year                  302     404  404    404  404   404  404  404   404   404
POST /assessments/:id/progress/:year                  401     403  403    404  404   404  404  404   404   404
GET  /assessments/:id/progress/:year/send             302     404  404    404  404   404  404  404   404   404
POST /assessments/:id/progress/:year/send             401     403  403    404  404   404  404  404   403   404
GET  /assessments/:id/documents                       302     200  200    404  404   404  404  404   200   200
GET  /assessments/:id/read                            302     200  200    404  404   404  404  404   200   200
GET  /assessments/:id/scenarios                       302     200  200    404  404   404  404  404   200   200
POST /assessments/:id/scenarios                       401     403  403    404  404   404  404  404   303   303
GET  /assessments/:id/work                            302     200  200    404  404   404  404  404   200   200
POST /assessments/:id/work                            401     403  403    404  404   404  404  404   403   303
GET  /assessments/:id/evidence                        302     200  200    404  404   404  404  404   200   200
POST /assessments/:id/evidence                        401     403  403    404  404   404  404  404   303   303
GET  /assessments/:id/drafts/:place                   302     400  400    400  400   400  400  400   400   400
POST /assessments/:id/drafts/:place                   401     403  403    404  404   404  404  404   200   200
GET  /assessments/:id/documents/:kind                 302     200  200    404  404   404  404  404   200   200
GET  /assessments/:id/export                          302     403  403    404  404   404  404  404   200   200
GET  /assessments/:id/activity                        302     200  200    404  404   404  404  404   200   200
GET  /assessments/:id/draft                           302     403  403    404  404   404  404  404   200   200
POST /assessments/:id/draft                           401     403  403    404  404   404  404  404   422   422
GET  /assessments/:id/draft/questions.docx            302     200  200    404  404   404  404  404   200   200
GET  /assessments/:id/archive                         302     403  403    404  404   404  404  404   200   200
GET  /assessments/:id/team                            302     200  200    404  404   404  404  404   200   200
POST /assessments/:id/team                            401     403  403    404  404   404  404  404   403   303
GET  /assessments/:id/copy                            302     403  403    404  404   404  404  404   200   200
POST /assessments/:id/copy                            401     403  403    404  404   404  404  404   404   404
GET  /assessments/:id/move                            302     403  403    404  404   404  404  404   403   200
POST /assessments/:id/move                            401     403  403    404  404   404  404  404   403   409
GET  /assessments/discarded                           302     200  200    200  200   200  200  200   200   200
POST /assessments/discarded                           401     404  404    404  404   404  404  404   404   404
GET  /assessments/:id/name                            302     403  403    404  404   404  404  404   403   200
POST /assessments/:id/name                            401     403  403    404  404   404  404  404   403   303
GET  /assessments/:id/discard                         302     403  403    404  404   404  404  404   403   200
POST /assessments/:id/discard                         401     403  403    404  404   404  404  404   403   422
GET  /assessments/:id/check                           302     200  200    404  404   404  404  404   200   200
POST /assessments/:id/check                           401     403  403    404  404   404  404  404   403   303
GET  /assessments/:id/sign                            302     403  200    404  404   404  404  404   403   403
POST /assessments/:id/sign                            401     403  422    404  404   404  404  404   403   403
GET  /assessments/:id/submit                          302     403  403    404  404   404  404  404   403   200
POST /assessments/:id/submit                          401     403  403    404  404   404  404  404   403   409
GET  /assessments/:id/submission                      302     200  200    404  404   404  404  404   200   200
POST /assessments/:id/submission                      401     403  409    404  404   404  404  404   403   409
GET  /assessments/:id/submissions/:number             302     403  403    404  404   404  404  404   404   404
GET  /assessments/:id/decision                        302     200  200    404  404   404  404  404   200   200
POST /assessments/:id/decision                        401     403  409    404  404   404  404  404   403   409
GET  /assessments/:id/decision/feedback.pdf           302     404  404    404  404   404  404  404   404   404

GET  /organisations/:organisation/overview            302     200  200    404  404   404  404  404   404   404
GET  /organisations/:organisation/overview.xlsx       302     200  200    404  404   404  404  404   404   404
GET  /organisations/:organisation/overview.pdf        302     200  200    404  404   404  404  404   404   404
GET  /organisations/:organisation/people              302     404  200    200  404   404  404  404   404   200
POST /organisations/:organisation/people              401     404  303    303  404   404  404  404   404   303
GET  /organisations/:organisation/answers             302     200  200    404  404   404  404  404   404   404
POST /organisations/:organisation/answers             401     403  403    404  404   404  404  404   404   404
GET  /organisations/:organisation/sign-in             302     404  404    404  404   404  404  404   404   404
POST /organisations/:organisation/sign-in             401     404  404    404  404   404  404  404   404   404
GET  /employment                                      302     404  404    404  404   200  200  404   404   404
POST /employment                                      401     404  404    404  404   303  303  404   404   404
GET  /reviews                                         302     200  200    200  200   200  200  200   200   200
GET  /reviews/:review                                 302     404  404    404  404   404  404  404   404   404
POST /reviews/:review                                 401     404  404    404  404   404  404  404   404   404
GET  /reviews/:review/criteria/:criterion             302     404  404    404  404   404  404  404   404   404
POST /reviews/:review/criteria/:criterion             401     404  404    404  404   404  404  404   404   404
GET  /reviews/:review/criteria/:criterion/autosave    302     400  400    400  400   400  400  400   400   400
POST /reviews/:review/criteria/:criterion/autosave    401     404  404    404  404   404  404  404   404   404
GET  /reviews/:review/evidence/:evidence              302     404  404    404  404   404  404  404   404   404
GET  /reviews/:review/evidence/:evidence/file         302     404  404    404  404   404  404  404   404   404
GET  /reviews/:review/report                          302     404  404    404  404   404  404  404   404   404
GET  /reviews/:review/plan                            302     404  404    404  404   404  404  404   404   404
GET  /reviews/:review/facts                           302     404  404    404  404   404  404  404   404   404
POST /reviews/:review/facts                           401     404  404    404  404   404  404  404   404   404
GET  /reviews/:review/seal                            302     404  404    404  404   404  404  404   404   404
POST /reviews/:review/seal                            401     404  404    404  404   404  404  404   404   404
GET  /reviews/:review/discussion                      302     404  404    404  404   404  404  404   404   404
GET  /reviews/:review/discussion/:criterion           302     404  404    404  404   404  404  404   404   404
POST /reviews/:review/discussion/:criterion           401     404  404    404  404   404  404  404   404   404
GET  /reviews/:review/discussion/:criterion/autosave  302     400  400    400  400   400  400  400   400   400
POST /reviews/:review/discussion/:criterion/autosave  401     404  404    404  404   404  404  404   404   404
GET  /reviews/:review/decision                        302     404  404    404  404   404  404  404   404   404
POST /reviews/:review/decision                        401     404  404    404  404   404  404  404   404   404
GET  /reviews/:review/decision/autosave               302     400  400    400  400   400  400  400   400   400
POST /reviews/:review/decision/autosave               401     404  404    404  404   404  404  404   404   404

GET  /admin                                           302     404  404    404  404   404  404  200   404   404
POST /admin                                           401     404  404    404  404   404  404  303   404   404
GET  /admin/organisations/:organisation               302     404  404    404  404   404  404  200   404   404
POST /admin/organisations/:organisation               401     404  404    404  404   404  404  303   404   404
GET  /admin/organisations/:organisation/changes       302     404  404    404  404   404  404  200   404   404
POST /admin/organisations/:organisation/changes       401     404  404    404  404   404  404  303   404   404
GET  /admin/organisations/:organisation/invitations   302     404  404    404  404   404  404  200   404   404
POST /admin/organisations/:organisation/invitations   401     404  404    404  404   404  404  303   404   404
GET  /trail                                           302     404  404    200  200   404  404  404   404   200
GET  /trail.csv                                       302     404  404    200  200   404  404  404   404   200
GET  /outbox                                          302     404  404    404  404   404  404  200   404   404
POST /outbox                                          401     404  404    404  404   404  404  303   404   404
GET  /admin/desk                                      302     404  404    404  404   404  404  200   404   404
GET  /admin/desk/submissions.xlsx                     302     404  404    404  404   404  404  200   404   404
GET  /admin/workload                                  302     404  404    404  404   404  404  200   404   404
GET  /admin/trail                                     302     404  404    404  404   404  404  200   404   404
GET  /admin/trail.csv                                 302     404  404    404  404   404  404  200   404   404
GET  /admin/charters                                  302     404  404    404  404   404  404  200   404   404
POST /admin/charters                                  401     404  404    404  404   404  404  303   404   404
GET  /admin/charters/compare                          302     404  404    404  404   404  404  200   404   404
GET  /admin/charters/trial                            302     404  404    404  404   404  404  200   404   404
POST /admin/charters/trial                            401     404  404    404  404   404  404  422   404   404
GET  /admin/awards                                    302     404  404    404  404   404  404  200   404   404
GET  /admin/awards/:award                             302     404  404    404  404   404  404  200   404   404
POST /admin/awards/:award                             401     404  404    404  404   404  404  409   404   404
GET  /admin/panels                                    302     404  404    404  404   404  404  200   404   404
POST /admin/panels                                    401     404  404    404  404   404  404  303   404   404
GET  /admin/panels/:panel                             302     404  404    404  404   404  404  200   404   404
POST /admin/panels/:panel                             401     404  404    404  404   404  404  303   404   404
GET  /admin/panels/:panel/reviews/:review             302     404  404    404  404   404  404  404   404   404
POST /admin/panels/:panel/reviews/:review             401     404  404    404  404   404  404  404   404   404
GET  /admin/appeals                                   302     404  404    404  404   404  404  200   404   404
POST /admin/appeals                                   401     404  404    404  404   404  404  404   404   404
GET  /admin/erase                                     302     404  404    404  404   404  404  200   404   404
POST /admin/erase                                     401     404  404    404  404   404  404  303   404   404
GET  /admin/rounds                                    302     404  404    404  404   404  404  200   404   404
POST /admin/rounds                                    401     404  404    404  404   404  404  303   404   404
GET  /admin/rounds/:round                             302     404  404    404  404   404  404  200   404   404
POST /admin/rounds/:round                             401     404  404    404  404   404  404  303   404   404
GET  /admin/people/:person                            302     404  404    404  404   404  404  200   404   404
POST /admin/people/:person                            401     404  404    404  404   404  404  303   404   404
GET  /admin/people/:person/second-factor              302     404  404    404  404   404  404  200   404   404
POST /admin/people/:person/second-factor              401     404  404    404  404   404  404  409   404   404
GET  /admin/people                                    302     404  404    404  404   404  404  200   404   404
GET  /admin/people.csv                                302     404  404    404  404   404  404  200   404   404
`;

export type Row = {
  readonly method: 'GET' | 'POST';
  readonly pattern: string;
  readonly statuses: Readonly<Record<Column, number>>;
};

/** The rows; one that does not have all columns throws. */
export const ACCESS: readonly Row[] = TABLE.split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => {
    const [method = '', pattern = '', ...cells] = line.split(/\s+/);
    const numbers = cells.map(Number);
    if (numbers.length !== COLUMNS.length || (method !== 'GET' && method !== 'POST')) {
      throw new Error(`not a row of the table: ${line}`);
    }
    const status = (index: number) => numbers[index] ?? 0;
    const pairs = COLUMNS.map((column, index) => [column, status(index)] as const);
    return { method, pattern, statuses: Object.fromEntries(pairs) as Row['statuses'] };
  });
