import { type Html, html } from './html.ts';

type Field = { id: string; label: string; value: string; most: number; error: string };
type TextField = Field & { hint?: string; autocomplete?: string; long?: true };

/** A line or some lines to type, with what is wrong beside it. The server checks: browsers say it in their own words. */
export function textField(field: TextField): Html {
  const { id, label, hint = '', value, most, error, autocomplete = 'off', long } = field;
  const said = described(id, { hint, error });
  const input = long
    ? html`<textarea id="${id}" name="${id}" rows="5" maxlength="${String(most)}"${said}>
${value}</textarea>`
    : html`<input type="text" id="${id}" name="${id}" value="${value}" maxlength="${String(most)}" autocomplete="${autocomplete}" required${said}>`;
  return html`<div class="field${error ? ' has-problem' : ''}">
<label for="${id}">${label}</label>
${notes(id, { hint, error })}
${input}
</div>`;
}

type Choice = {
  id: string;
  legend: string;
  options: { value: string; label: string }[];
  chosen: string;
  error: string;
};

/** One of a few answers. The first has the field's own id, for the list of problems to lead to. */
export function choice({ id, legend, options, chosen, error }: Choice): Html {
  return html`<fieldset${error ? html` class="has-problem" aria-describedby="${id}-problem"` : ''}>
<legend>${legend}</legend>
${notes(id, { hint: '', error })}
${options.map(({ value, label }, index) => {
  const own = index === 0 ? id : `${id}-${value}`;
  return html`<div class="choice"><input type="radio" id="${own}" name="${id}" value="${value}" required${chosen === value ? html` checked` : ''}><label for="${own}">${label}</label></div>
`;
})}</fieldset>`;
}

type Notes = { hint: string; error: string };

function notes(id: string, { hint, error }: Notes): Html[] {
  return [
    ...(hint ? [html`<span class="hint" id="${id}-hint">${hint}</span>`] : []),
    ...(error ? [html`<span class="wrong" id="${id}-problem">${error}</span>`] : []),
  ];
}

function described(id: string, { hint, error }: Notes): Html {
  const by = [...(hint ? [`${id}-hint`] : []), ...(error ? [`${id}-problem`] : [])].join(' ');
  return html`${by ? html` aria-describedby="${by}"` : ''}${error ? html` aria-invalid="true"` : ''}`;
}
