/**
 * What petitioners can look up and say without a login: the code on their notice shows how their matter gets on, and takes
 * their rating once it is answered.
 *
 * <p>{@link io.rotadesk.petition.enquiry.Enquiries} is the entry point, {@link io.rotadesk.petition.enquiry.QueryCodes} has
 * the codes.
 */
package io.rotadesk.petition.enquiry;
