// What the company reads of its offers, in its space or behind a link, and how it answers (C6, C9, C35, C36).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desks/credit/acceptance/advice.hpp"
#include "desks/credit/offer/comparison.hpp"
#include "desks/credit/offer/offer_actions.hpp"
#include "desks/credit/offer/proposal.hpp"
#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"
#include "web/html/url.hpp"
#include "web/ui/form.hpp"

namespace credit::offer {

struct ClientView {
  Comparison comparison;
  std::vector<std::string> buyers;  // their names, in the order of the blind test
  std::optional<Offer> asked;       // proposed to the client, or answered
  std::optional<Proposal> proposal;
  acceptance::KeptAdvice advice;
  std::string broker;
  base::Instant now;

  const ComparedOffer* asked_compared() const;  // null: withdrawn since, or none is asked
};
ClientView client_view(db::Transaction& tx, const placement::Placement& placement, const std::optional<Offer>& asked,
                       base::Instant now);

// One offer with its figures, each explained: its cost, and buyer by buyer what it covers.
web::html::Markup offer_summary(const ClientView& view, const ComparedOffer& one);

struct PaperUrls {
  web::html::Url advice, comparison;
};
// The papers as they were given, and the advice while it stands.
web::html::Markup papers_card(const ClientView& view, std::string title, const PaperUrls& urls);
// "comparatif", "conseil": as it was given when the offer was proposed; a comparison of which none was given is drawn.
std::optional<web::Response> client_paper(const visit::Visit& visit, const ClientView& view, std::string_view which);

struct AnswerForm {
  web::html::Url action;
  std::string csrf_token = {};  // none behind a link
  std::string name;             // proposed
};
web::html::Markup answer_form(const ClientView& view, const AnswerForm& form, const web::ui::FormState& state);
// Whether the form was drawn of the proposal that stands: else its reader saw other papers.
bool of_this_proposal(const ClientView& view, const web::Fields& form);
base::Outcome<Answer> typed_answer(const web::Fields& form, base::Instant now);

// The client's own answer. What only his broker can mend is told to him without a word of what it is, and to the broker
// in full.
base::Outcome<base::Done> answer_as_client(platform::Platform& platform, const platform::Author& author, OfferId id,
                                           Answer answer);

}  // namespace credit::offer
