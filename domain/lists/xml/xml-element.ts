/** One element of a record, with what is inside it. Only single records take this form, never a document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The element's own text without that of its children, trimmed. */
  readonly text: string;
}

/** All elements that are reached by stepping down by these names. */
export function elementsAt(element: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  let reached: readonly XmlElement[] = [element];
  for (const name of names) {
    reached = reached.flatMap(({ children }) => children.filter((child) => child.name === name));
  }
  return reached;
}

/** The text of the first element reached; '' where there is none. */
export function textAt(element: XmlElement, ...names: readonly string[]): string {
  return elementsAt(element, ...names)[0]?.text ?? '';
}

export function attributeOf(element: XmlElement | undefined, name: string): string {
  return element?.attributes.get(name) ?? '';
}

/** Every text within, in order of the document, for what has no place of its own. */
export function wholeText(element: XmlElement): string {
  return [element.text, ...element.children.map(wholeText)].filter((text) => text !== '').join(' ');
}
