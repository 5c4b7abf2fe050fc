/** The pages about reviews by the level above: what is under review, and entering a request. */
package io.rotadesk.web.desk.reviews;
