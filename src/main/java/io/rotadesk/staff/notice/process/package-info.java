/** Notices about tasks: a model says by the property {@code notice} of which tasks people are told. */
package io.rotadesk.staff.notice.process;
