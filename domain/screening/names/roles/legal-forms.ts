/** How surely a word says what kind of company it is. */
export type LegalFormKind = 'anywhere' | 'atAnEnd' | 'besideAnother';

/** Nobody is called so. */
const anywhere =
  'aktiengesellschaft aktiebolag aktieselskab anonim anonima aktsionernoe akcionarsko aps bhd company compagnie compania corp corporation cooperative corporacion dmcc dooel ' +
  'eirl eood establishment etablissement fzc fzco fze fzllc gesellschaft gesmbh gmbh inc incorporated jsc kabushiki kaisha kft korlatolt limitada ' +
  'limited limitee llc llp ltd ltda mbh oao ojsc ooo otvetstvennostyu obschestvo obshchestvo obshestvo pao pjsc plc pte pty pvt ' +
  'qsc qpsc saoc saog sarl sasu sdn sendirian berhad sirketi sociedad societa societe spzoo spolka srl sro tovarystvo ubo uab ' +
  'unipersonal zao cjsc zrt nyrt ead oaoo rao fgup gup coltd ltdco gmbhco perseroan tbk asa ' +
  'anonyme anonymi etaireia eteria maatschappij vennootschap besloten naamloze handelsgesellschaft kommanditgesellschaft osakeyhtio';

/** Short, and a word or a name elsewhere: only the last word of the name, or beside another. */
const atAnEnd =
  'private ab ad ae ag ao as bv bvba ca co cv doo est eurl gie ip ik kg kk lda lp ltee nv oe ohg ood oy oyj oyab ' +
  'pe po pt sa sae sac saic sal sanayi sas scs shpk sia sicav snc sl slu spa spc spk ska spp tic too tov tdv ud vof yk ek ev ltdsti psc wll bsc ent';

/** The same, written before the name: `PT Garuda`, `AO Severnoye`. */
export const legalFormsInFront = new Set('ao ood pt ud tov too po ip pe cv ojsc co'.split(' '));

/** Words of the long forms, which mean something by themselves. */
const besideAnother =
  'and cooperativa de joint liability open closed public stock state of partnership limitata responsabilidad responsabilita ' +
  'shareholding general anonymous free zone stock ve ticaret ithalat ihracat unlimited branch';

export const legalFormWords: ReadonlyMap<string, LegalFormKind> = new Map(
  (
    [
      ['besideAnother', besideAnother],
      ['atAnEnd', atAnEnd],
      ['anywhere', anywhere],
    ] as const
  ).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const)),
);

/** Runs of words that are a legal form together, whatever each of them is alone. Russian ones by sound. */
export const legalFormPhrases: readonly (readonly string[])[] = [
  ...'limited liability company|limited liability partnership|limited partnership|joint stock company|open joint stock company|closed joint stock company'.split(
    '|',
  ),
  ...'public joint stock company|public limited company|private limited company|private joint stock company|general partnership|state unitary enterprise'.split(
    '|',
  ),
  ...'federal state unitary enterprise|joint venture company|free zone company|free zone establishment|company limited|private company|public company'.split(
    '|',
  ),
  ...'aktsionernoe obshchestvo|aktsionernoye obshchestvo|otkrytoe aktsionernoe obshchestvo|otkrytoye aktsionernoye obshchestvo|zakrytoe aktsionernoe obshchestvo'.split(
    '|',
  ),
  ...'zakrytoye aktsionernoye obshchestvo|publichnoe aktsionernoe obshchestvo|publichnoye aktsionernoye obshchestvo|nepublichnoe aktsionernoe obshchestvo'.split(
    '|',
  ),
  ...'obshchestvo s ogranichennoy otvetstvennostyu|obshchestvo s ogranichennoi otvetstvennostyu|obschestvo s ogranichennoy otvetstvennostyu'.split(
    '|',
  ),
  ...'obschestvo s ogranichennoi otvetstvennostyu|tovarystvo z obmezhenoyu vidpovidalnistyu|tovarishchestvo s ogranichennoy otvetstvennostyu'.split(
    '|',
  ),
  ...'sociedad anonima|sociedad anonima de capital variable|sociedad anonima cerrada|sociedad de responsabilidad limitada|sociedad limitada|compania anonima'.split(
    '|',
  ),
  ...'societe anonyme|societe a responsabilite limitee|societe par actions simplifiee|societa per azioni|societa a responsabilita limitata'.split(
    '|',
  ),
  ...'anonim sirketi|limited sirketi|ticaret limited sirketi|sanayi ve ticaret limited sirketi|sanayi ve ticaret anonim sirketi|sanayi ve ticaret|ve ticaret|ltd sti|ticaret ltd sti|dis ticaret limited sirketi'.split(
    '|',
  ),
  ...'gesellschaft mit beschrankter haftung|gmbh and co kg|gmbh co kg|spolka z ograniczona odpowiedzialnoscia|spolka akcyjna|sp z o o|sp zoo|sp z oo'.split(
    '|',
  ),
  ...'spolecnost s rucenim omezenym|drustvo s ogranicenom odgovornoscu|drustvo s ogranicenom odgovornoshcu|akcionarsko drustvo|aktsionerno druzhestvo'.split(
    '|',
  ),
  ...'besloten vennootschap|besloten vennootschap met beperkte aansprakelijkheid|naamloze vennootschap|perseroan terbatas|sendirian berhad|kabushiki kaisha|kabushiki gaisha|yugen kaisha|godo kaisha'.split(
    '|',
  ),
  ...'sherkat sahami|sherkat sahami khass|sherkat sahami am|sherkate sahami|sherkat e sahami khass|sociedade anonima|sociedade limitada|anonymi etaireia|anonymos etairia'.split(
    '|',
  ),
  ...'s a|s l|s a r l|s r l|s p a|s a s|s a e|s a l|s a de c v|sa de cv|s de r l|s de rl|s de r l de c v|s de rl de cv|c v|b v|n v|a s|a g|a b|l l c|l t d|p l c|d o o|o o o|p j s c|p t|k k|s r o|s c|k g|z a o|o a o|p a o|a o'.split(
    '|',
  ),
].map((phrase) => phrase.split(' '));

/** Written onto the end of a name when the blank before them is lost. */
export const gluedLegalForms = [
  'incorporated',
  'corporation',
  'company',
  'limited',
  'fzco',
  'gmbh',
  'ltda',
  'fzc',
  'fze',
  'llc',
  'ltd',
  'pty',
  'ooo',
  'jsc',
];

/** Long enough that a word one slip away is the same word misspelt. */
export const oftenMisspelt = [
  'company',
  'corporation',
  'liability',
  'limited',
  'private',
  'incorporated',
  'aktiengesellschaft',
];
