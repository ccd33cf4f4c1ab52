/// <reference lib="dom" />

/** A button with this name, that does this. */
export function button(name: string, action: () => void, hint = ''): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = name;
  if (hint) element.title = hint;
  element.addEventListener('click', action);
  return element;
}

/** The text of an element that has little of it. */
export function textElement(tag: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}
