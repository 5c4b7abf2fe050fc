/** The page on which an entry of the call or visit register is corrected, and the part of an entry that shows earlier versions. */
package io.rotadesk.web.desk.corrections;
