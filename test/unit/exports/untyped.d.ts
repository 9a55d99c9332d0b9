/** The DOM that tests run the form engine in; it has no types of its own. */
declare module 'jsdom';
