/** The page of spot checks (L3.6). */
package io.rotadesk.web.desk.conduct;
