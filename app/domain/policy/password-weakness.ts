/** Why a password would be guessed soon: the plain reasons that people can do something about. */
export type Weakness =
  | 'repeat'
  | 'keyboard'
  | 'run'
  | 'date'
  | 'common'
  /** The name of the place, or what is done here. */
  | 'place'
  /** The person's own name or address. */
  | 'personal'
  /** Too few words, or such as often stand together. */
  | 'words';
