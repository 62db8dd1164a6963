#include "desks/credit/offer/client_view.hpp"

#include <algorithm>

#include "base/french.hpp"
#include "base/text.hpp"
#include "desks/credit/acceptance/advice_paper.hpp"
#include "desks/credit/blind_test/cover_list.hpp"
#include "desks/credit/explanation_view.hpp"
#include "desks/credit/offer/comparison_paper.hpp"
#include "desks/credit/offer/letters.hpp"
#include "desks/credit/offer/offer_words.hpp"
#include "desks/credit/papers.hpp"
#include "floor/documents/own_file.hpp"
#include "floor/identity/organisations.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"

namespace credit::offer {
namespace {

namespace html = web::html;
namespace ui = web::ui;
namespace french = base::french;
using engine::Clause;
using engine::Entry;
using engine::known;
using html::Markup;

constexpr std::size_t named_buyers = 20;  // in an explanation; the others make one line

ui::Value figure(const engine::Explanation& all, const engine::Amount& amount) {
  return ui::Value(
      html::div(html::cls("figure"), french::euros(amount.value), amount.step ? explained(all, amount) : Markup()));
}

// The covered exposure buyer by buyer, the largest parts first (C35).
engine::Explanation covered_by_buyer(const ClientView& view, const Cover& cover) {
  struct Part {
    std::size_t buyer;
    base::Money covered;
  };
  std::vector<Part> parts;
  for (std::size_t i = 0; i < cover.grants.size(); ++i)
    if (const auto covered = std::min(cover.exposures[i], cover.grants[i].limit); covered.cents > 0)
      parts.push_back({i, covered});
  std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.covered > b.covered; });
  engine::Worksheet sheet;
  std::vector<engine::Amount> sum;
  const auto named = std::min(parts.size(), named_buyers);
  for (std::size_t i = 0; i < named; ++i) {
    const auto buyer = parts[i].buyer;
    sum.push_back(sheet.smaller(Entry(Clause::credit_limit, view.buyers.at(buyer)),
                                known("encours", cover.exposures[buyer]),
                                known("limite accordée", cover.grants[buyer].limit)));
  }
  base::Money rest;
  for (std::size_t i = named; i < parts.size(); ++i) rest += parts[i].covered;
  if (rest.cents > 0)
    sum.push_back(known(
        french::plural(static_cast<std::int64_t>(parts.size() - named), "autre acheteur", "autres acheteurs"), rest));
  sheet.sum(Entry(Clause::exposure, "Encours couvert"), sum);
  return std::move(sheet).steps();
}

std::vector<std::string> buyers_of(db::Transaction& tx, PlacementId id) {
  std::vector<std::string> names;
  for (auto& line : blind_test::cover_lines(tx, id)) names.push_back(std::move(line.name));
  return names;
}

bool stands(const Offer& offer) { return offer.state == State::recommended || offer.state == State::accepted; }

// What his broker alone can mend.
bool brokers_business(base::RefusalCode code) {
  return code == advice_incomplete || code == vigilance_incomplete || code == assets_frozen;
}

}  // namespace

const ComparedOffer* ClientView::asked_compared() const {
  for (const auto& one : comparison.offers)
    if (asked && one.offer.id == asked->id) return &one;
  return nullptr;
}

ClientView client_view(db::Transaction& tx, const placement::Placement& placement, const std::optional<Offer>& asked,
                       base::Instant now) {
  return {.comparison = compare(tx, placement, base::paris::day_of(now)),
          .buyers = buyers_of(tx, placement.id),
          .asked = asked,
          .proposal = asked ? latest_proposal(tx, asked->id) : std::nullopt,
          .advice = acceptance::advice_of(tx, placement.id),
          .broker = identity::organisation_name(tx, placement.broker),
          .now = now};
}

Markup offer_summary(const ClientView& view, const ComparedOffer& one) {
  const auto& [premium, totals, cost, cost_steps, provisional, provisional_steps] = one.figures;
  const auto& terms = one.round.quote.premium.terms;
  std::vector<ui::Fact> facts{{"Contrat", ui::Value(label(terms.model))},
                              {"Coût total de l’année", figure(premium.explanation, premium.total)},
                              {"dont prime HT", figure(premium.explanation, premium.premium)},
                              {"Coût après impôt", figure(cost_steps, cost.after_tax)}};
  if (one.cover.answers == Cover::Answers::some) {
    facts.push_back(
        {"Encours couvert",
         ui::Value(html::div(html::cls("figure"),
                             french::euros(totals.covered.value) + " sur " + french::euros(view.comparison.asked),
                             explained_by(covered_by_buyer(view, one.cover), "Encours couvert")))});
    facts.push_back({"Couverture utilisable", figure(totals.explanation, totals.usable)});
  }
  facts.push_back({"Quotité garantie", ui::Value(terms.named_percentage)});
  facts.push_back({"Version", ui::Value::number(one.round.number)});
  facts.push_back({"Valable jusqu’au", ui::Value(french::day_long(last_day_of(one.offer, view.now)) + " inclus")});
  return ui::card({.title = one.offer.insurer_name, .icon = ui::Icon::shield},
                  html::p(ui::status_badge(state_badge(one.offer, view.now))) + ui::facts(facts));
}

Markup papers_card(const ClientView& view, std::string title, const PaperUrls& urls) {
  std::vector<ui::Line> lines;
  if (view.asked)
    lines.push_back({ui::Value::link(urls.advice, "Information et conseil motivé (PDF)"),
                     "Qui est votre courtier, vos besoins, ce qu’il vous conseille et pourquoi"});
  lines.push_back({ui::Value::link(urls.comparison, "Comparatif des offres (PDF)"),
                   french::plural(static_cast<std::int64_t>(view.comparison.offers.size()), "offre", "offres") +
                       ", garanties et prix côte à côte"});
  Markup body = ui::lines(lines, "");
  if (view.asked && stands(*view.asked)) body += html::blockquote(html::cls("advice"), view.advice.file.recommendation);
  return ui::card({.title = std::move(title), .icon = ui::Icon::file}, body);
}

std::optional<web::Response> client_paper(const visit::Visit& visit, const ClientView& view, std::string_view which) {
  const bool comparison = which == "comparatif";
  if (!comparison && (which != "conseil" || !view.asked)) return std::nullopt;
  const std::string name = std::string(which) + "-" + view.comparison.placement.reference;
  if (view.proposal) {
    const auto kept = visit.platform.database.read([&](db::Transaction& tx) {
      return documents::find(tx, comparison ? view.proposal->comparison : view.proposal->advice);
    });
    MANDAT_ASSERT(kept);
    return pdf_download(name, documents::bytes_of(visit.platform.documents, *kept));
  }
  return pdf_download(
      name, comparison ? comparison_pdf(view.comparison, view.broker, visit.now)
                       : acceptance::advice_pdf({view.comparison.placement, view.advice, view.broker, visit.now}));
}

Markup answer_form(const ClientView& view, const AnswerForm& form, const ui::FormState& state) {
  using ui::Field;
  const auto proposal = view.proposal ? view.proposal->id.value : 0;
  return ui::card(
      {.title = "Votre réponse", .icon = ui::Icon::check},
      ui::form(
          {.action = form.action,
           .csrf_token = form.csrf_token,
           .submit = "Valider ma réponse",
           .errors = state.errors()},
          ui::hidden_field("proposition", std::to_string(proposal)) +
              ui::checkbox(Field{.name = "accuse",
                                 .label = "J’ai reçu l’information de mon courtier et son conseil motivé.",
                                 .need = Field::Need::optional}
                               .with(state)) +
              ui::radio_cards(Field{.name = "reponse", .label = "Cette offre"}.with(state),
                              {{"accepter", "ACCEPTER", "La police est établie, vous la signerez ensuite."},
                               {"refuser", "REFUSER", "Votre courtier revient vers vous."}}) +
              ui::text_field(
                  Field{.name = "name", .label = "Votre nom", .value = form.name, .autocomplete = "name"}.with(state)) +
              ui::text_field(
                  Field{.name = "words", .label = "Motif d’un refus", .need = Field::Need::optional}.with(state))));
}

bool of_this_proposal(const ClientView& view, const web::Fields& form) {
  const auto typed = form.find("proposition");
  return !typed || *typed == std::to_string(view.proposal ? view.proposal->id.value : 0);
}

base::Outcome<Answer> typed_answer(const web::Fields& form, base::Instant now) {
  base::Refusals refusals;
  const auto choice = form.get("reponse");
  if (choice != "accepter" && choice != "refuser") refusals.push_back({answer_missing, "reponse"});
  if (choice == "accepter" && form.get("accuse") != "oui") refusals.push_back({acknowledgement_missing, "accuse"});
  Answer answer{.choice = choice == "refuser" ? Answer::Choice::decline : Answer::Choice::accept,
                .way = Way::link,
                .name = base::squeeze(form.get("name")),
                .words = base::squeeze(form.get("words")),
                .at = now};
  if (answer.name.empty() || base::count_code_points(answer.name) > longest_name)
    refusals.push_back({text_missing, "name"});
  if (base::count_code_points(answer.words) > longest_note)
    refusals.push_back({note_too_long, "words", {french::integer(static_cast<std::int64_t>(longest_note))}});
  if (!refusals.empty()) return refusals;
  return answer;
}

base::Outcome<base::Done> answer_as_client(platform::Platform& platform, const platform::Author& author, OfferId id,
                                           Answer answer) {
  const auto taken = platform.act(author, [&](platform::Act& act) -> base::Outcome<base::Done> {
    answer.at = act.now;
    return take_answer(act, id, answer);
  });
  if (taken || !brokers_business(taken.refusal().code)) return taken;
  platform.act(author, [&](platform::Act& act) {
    const auto offer = find(act.tx, id);
    letters::blocked(act, *placement::find(act.tx, offer->placement), *offer);
  });
  return not_ready;
}

}  // namespace credit::offer
