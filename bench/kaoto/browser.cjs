// What Kaoto expects of a browser, for a process without one.
const { JSDOM } = require('jsdom');
const { window } = new JSDOM('', { url: 'http://localhost/' });
const names = ['document', 'navigator', 'DOMParser', 'XMLSerializer', 'Node', 'Element', 'HTMLElement', 'localStorage'];
global.window = window;
names.forEach((name) => Object.defineProperty(global, name, { value: window[name], configurable: true }));
