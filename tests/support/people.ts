// The people of the demo content that tests sign in as.

export const PASSWORD = 'walnut harbour lantern';

/** One person for each role; all but the last eight belong to Northfield and Aberwen. */
export const PEOPLE = {
  /** Therapies and rehabilitation: half done, bronze. */
  lead: 'niamh.odowd@northfield.example',
  contributor: 'sian.llyrwynne@northfield.example',
  /** Maternity: another department of the same organisation. */
  otherDepartment: 'adaeze.nwachukwubell@northfield.example',
  /** Digital, data and estates: just started. */
  beginner: 'gurpreet.dhaliwal@northfield.example',
  sponsor: 'helen.ravensdale@northfield.example',
  viewer: 'fatoumata.diallogriffiths@northfield.example',
  /** Harbour Valley: another organisation. */
  stranger: 'ngozi.ferreiralloyd@harbourvalley.example',
  /** A health board whose departments are on version 2.0.0: its lead, a department’s, one that moved, and who signs. */
  wholeLead: 'gwenllian.asantemorris@glanrhyd.example',
  statementsLead: 'yewande.pritchard@glanrhyd.example',
  movedLead: 'tomos.farrukhlewis@glanrhyd.example',
  statementsSponsor: 'alasdair.quayemorgan@glanrhyd.example',
  otherCharter: 'eluned.marchbanks@harbourvalley.example',
  administrator: 'bethan.cartwrightnguyen@panel.example',
  chair: 'sunita.ramaswamyholt@panel.example',
  panelMember: 'kwabena.asanteshaw@panel.example',
} as const;
