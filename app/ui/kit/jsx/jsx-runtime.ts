// Makes the elements of every view, as React does, with the passages of a charter in another language marked.
// What JSX is compiled to in the build (vite.config.ts); types are those of React.
import { jsx as element, jsxs as elementWith } from 'react/jsx-runtime';
import { withPassages } from './passage.ts';

export { Fragment } from 'react/jsx-runtime';

export const jsx: typeof element = (type, props, key) =>
  element(type, withPassages(type, props), key);

export const jsxs: typeof elementWith = (type, props, key) =>
  elementWith(type, withPassages(type, props), key);
