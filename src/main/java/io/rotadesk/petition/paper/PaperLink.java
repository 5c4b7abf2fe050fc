package io.rotadesk.petition.paper;

/**
 * The other papers that a paper belongs to.
 *
 * @param replaces the paper that this one corrects
 * @param about the paper whose receipt this is
 */
public record PaperLink(PaperId replaces, PaperId about) {}
