/** Looks back on a whole test run: were all elements of all models passed, has every clause a test? */
package io.rotadesk.coverage;
