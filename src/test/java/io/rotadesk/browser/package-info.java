/** People's work in a real browser, from the phone system's call to the register. */
package io.rotadesk.browser;
