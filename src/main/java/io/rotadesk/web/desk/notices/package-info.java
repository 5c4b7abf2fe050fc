/** What a person is told: for the screens that show it, and how the person says that they have read it. */
package io.rotadesk.web.desk.notices;
