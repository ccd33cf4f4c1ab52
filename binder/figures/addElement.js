// @ts-check
/// <reference lib="dom" />

/** @param {Element} parent @param {string} tag @param {string} [text] */
export const addElement = (parent, tag, text) => {
  const child = document.createElement(tag);
  if (text !== undefined) child.textContent = text;
  parent.append(child);
  return child;
};
