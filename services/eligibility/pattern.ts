/** A piece of a pattern that may run over several lines: line breaks and the indents after them do not count. */
export function part(strings: TemplateStringsArray, ...values: (string | number)[]): string {
  return String.raw({ raw: strings.raw }, ...values).replace(/\s*\n\s*/g, '');
}

/** A pattern written over several lines. */
export function pattern(strings: TemplateStringsArray, ...values: (string | number)[]): RegExp {
  return new RegExp(part(strings, ...values));
}

/** The same, for every place where it fits. */
export function everywhere(strings: TemplateStringsArray, ...values: (string | number)[]): RegExp {
  return new RegExp(part(strings, ...values), 'g');
}
