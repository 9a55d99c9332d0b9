/** What becomes of HTML elements in a draft: tables, so that a new element is one word. */

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u).filter(Boolean));
}

/** Taken out with all they hold, and reported: they run, load or draw something. */
export const DROPPED = names(
  'script style iframe object embed applet link meta base audio video source track canvas svg math template param area noembed noframes frameset frame',
);

/** Their tags are taken out and reported, what they hold stays: forms, and elements that swallow what follows. */
export const STRIPPED = names(
  'form input button select option optgroup datalist textarea title xmp plaintext fieldset output progress meter marquee blink dialog',
);

/** Their tags are taken out without a word. */
export const TRANSPARENT = names('html head body');

/** Carried into the tree, as what they mean or as what they hold. */
export const CARRIED = names(
  `a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup data dd del
   details dfn dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd label
   legend li listing main map mark menu nav nobr noscript ol p picture pre q rb rp rt rtc ruby s samp search section
   small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr`,
);

/** May hold what stands between their tags in other blocks. */
export const STRUCTURAL = names(
  `address article aside blockquote center dd details dir div dl dt figcaption figure footer header hgroup legend li
   main menu nav ol p picture search section summary table tbody td tfoot th thead tr ul`,
);

/** Stand on lines of their own. */
export const BLOCKS: ReadonlySet<string> = new Set([
  ...STRUCTURAL,
  ...names('h1 h2 h3 h4 h5 h6 hr pre listing caption'),
]);

/** Have no closing tag. */
export const VOID = names('area base br col embed hr img input link meta param source track wbr');
