// GET and POST /offre/{}: the client reads the offer, the comparison and the advice, and answers (C9, C36, P7). Looking
// changes nothing; no choice is selected; the offer's own delay ends the link.
#include "base/french.hpp"
#include "base/text.hpp"
#include "desks/credit/acceptance/advice_paper.hpp"
#include "desks/credit/insurer/insurer_words.hpp"
#include "desks/credit/offer/comparison.hpp"
#include "desks/credit/offer/comparison_paper.hpp"
#include "desks/credit/offer/offer_actions.hpp"
#include "desks/credit/offer/offer_pages.hpp"
#include "desks/credit/papers.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/links/links.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"

namespace credit::offer {
namespace {

namespace html = web::html;
namespace ui = web::ui;
namespace french = base::french;
using html::Markup;
using html::Url;
using links::Standing;
using ui::Tone;

struct Opened {
  links::Link link;
  Standing standing;
  Offer offer;
  Comparison comparison;
  acceptance::KeptAdvice advice;
  std::string broker;
  base::Instant due;

  bool awaits() const { return standing == Standing::usable && offer.state == State::recommended; }
  const ComparedOffer& own() const {
    for (const auto& one : comparison.offers)
      if (one.offer.id == offer.id) return one;
    return comparison.offers.front();
  }
};

std::optional<Opened> load(const visit::Visit& visit) {
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<Opened> {
    const auto link = links::open(tx, visit.parameter(0), visit.platform.settings.server_key);
    if (!link || link->purpose != answer_link) return std::nullopt;
    const auto offer = find(tx, OfferId{link->subject_id});
    MANDAT_ASSERT(offer);
    const auto placement = placement::find(tx, offer->placement);
    const auto delay = deadlines::find(tx, link->deadline);
    return Opened{*link,
                  links::standing(tx, *link, visit.now),
                  *offer,
                  compare(tx, *placement, base::paris::day_of(visit.now)),
                  acceptance::advice_of(tx, offer->placement),
                  identity::organisation_name(tx, offer->broker),
                  delay->due};
  });
}

web::Response answer_page(visit::Visit& visit, std::string title, Markup body, int status) {
  auto response = visit::plain_page(
      visit,
      {.title = std::move(title), .body = std::move(body), .status = status, .width = ui::Frame::Width::reading});
  response.header("Cache-Control", "no-store");
  return response;
}

web::Response unknown_page(visit::Visit& visit) {
  return answer_page(visit, "Lien inconnu",
                     ui::notice({Tone::warn, "Ce lien n’est pas valable",
                                 "Ouvrez-le tel qu’il figure dans votre e-mail, sans le recopier."}),
                     404);
}

ui::Notice said_of(const Opened& opened) {
  switch (opened.offer.state) {
    case State::accepted:
      return {Tone::good, "Vous avez accepté cette offre",
              "L’assureur établit la police ; vous la recevrez pour signature."};
    case State::declined:
      return {Tone::mute, "Vous avez refusé cette offre", "Votre courtier en est informé : il revient vers vous."};
    case State::recommended:
      if (opened.standing == Standing::expired)
        return {Tone::warn, "L’offre a expiré",
                "Elle était valable jusqu’au " +
                    french::day_medium(base::paris::day_of(opened.due - base::seconds(1))) +
                    " inclus. Votre courtier peut demander à l’assureur de la confirmer : appelez-le."};
      break;
    case State::open:
    case State::withdrawn:
      break;
  }
  return {Tone::mute, "Cette proposition n’est plus d’actualité",
          "Votre courtier l’a reprise ou remplacée. Si vous avez reçu un message plus récent, ouvrez son lien."};
}

web::Response closed_page(visit::Visit& visit, const Opened& opened, int status) {
  return answer_page(
      visit, "Offre d’assurance-crédit",
      ui::page_header({.title = "Offre " + of_insurer(opened.offer.insurer_name), .lead = opened.broker}) +
          ui::notice(said_of(opened)),
      status);
}

Markup summary(const Opened& opened) {
  const auto& one = opened.own();
  const auto& totals = one.figures.totals;
  const auto& terms = one.round.quote.premium.terms;
  std::vector<ui::Fact> facts{{"Assureur", ui::Value(opened.offer.insurer_name)},
                              {"Contrat", ui::Value(label(terms.model))},
                              {"Coût total de l’année", ui::Value(one.figures.premium.total.value)},
                              {"dont prime HT", ui::Value(one.figures.premium.premium.value)}};
  if (one.cover.answers == Cover::Answers::some) {
    facts.push_back({"Encours couvert", ui::Value(french::euros(totals.covered.value) + " sur " +
                                                  french::euros(opened.comparison.asked))});
    facts.push_back({"Couverture utilisable", ui::Value(totals.usable.value)});
  }
  facts.push_back({"Quotité garantie", ui::Value(terms.named_percentage)});
  facts.push_back({"Valable jusqu’au",
                   ui::Value(french::day_long(base::paris::day_of(opened.due - base::seconds(1))) + " inclus")});
  return ui::card({.title = "L’offre", .icon = ui::Icon::shield}, ui::facts(facts));
}

Markup papers_card(const Opened& opened, std::string_view token) {
  return ui::card(
      {.title = "À lire avant de répondre", .icon = ui::Icon::file},
      ui::lines({{ui::Value::link(Url::path("/offre/{}/{}", token, "conseil"), "Information et conseil motivé (PDF)"),
                  "Qui est votre courtier, vos besoins, ce qu’il vous conseille et pourquoi"},
                 {ui::Value::link(Url::path("/offre/{}/{}", token, "comparatif"), "Comparatif des offres (PDF)"),
                  french::plural(static_cast<std::int64_t>(opened.comparison.offers.size()), "offre", "offres") +
                      ", garanties et prix côte à côte"}},
                "") +
          html::blockquote(html::cls("advice"), opened.advice.file.recommendation));
}

Markup answer_form(const Opened& opened, std::string_view token, const ui::FormState& state) {
  using ui::Field;
  return ui::card(
      {.title = "Votre réponse", .icon = ui::Icon::check},
      ui::form(
          {.action = Url::path("/offre/{}", token), .submit = "Valider ma réponse", .errors = state.errors()},
          ui::checkbox(Field{.name = "accuse",
                             .label = "J’ai reçu l’information de mon courtier et son conseil motivé.",
                             .need = Field::Need::optional}
                           .with(state)) +
              ui::radio_cards(Field{.name = "reponse", .label = "Cette offre"}.with(state),
                              {{"accepter", "ACCEPTER", "La police est établie, vous la signerez ensuite."},
                               {"refuser", "REFUSER", "Votre courtier revient vers vous."}}) +
              ui::text_field(Field{.name = "name",
                                   .label = "Votre nom",
                                   .value = opened.comparison.placement.contact.name,
                                   .autocomplete = "name"}
                                 .with(state)) +
              ui::text_field(
                  Field{.name = "words", .label = "Motif d’un refus", .need = Field::Need::optional}.with(state))));
}

web::Response open_page(visit::Visit& visit, const Opened& opened, const ui::FormState& state, int status) {
  const auto token = visit.parameter(0);
  return answer_page(visit, "Offre d’assurance-crédit",
                     ui::page_header({.title = "Offre " + of_insurer(opened.offer.insurer_name),
                                      .lead = opened.broker + " vous la recommande pour " +
                                              opened.comparison.placement.company.name + "."}) +
                         ui::stack({summary(opened), papers_card(opened, token), answer_form(opened, token, state)}),
                     status);
}

base::Outcome<Answer> typed_answer(const visit::Visit& visit) {
  const auto& form = visit.request.form;
  base::Refusals refusals;
  const auto choice = form.get("reponse");
  if (choice != "accepter" && choice != "refuser") refusals.push_back({answer_missing, "reponse"});
  if (choice == "accepter" && form.get("accuse") != "oui") refusals.push_back({acknowledgement_missing, "accuse"});
  Answer answer{.choice = choice == "refuser" ? Answer::Choice::decline : Answer::Choice::accept,
                .way = Way::link,
                .name = base::squeeze(form.get("name")),
                .words = base::squeeze(form.get("words")),
                .at = visit.now};
  if (answer.name.empty() || base::count_code_points(answer.name) > longest_name)
    refusals.push_back({text_missing, "name"});
  if (base::count_code_points(answer.words) > longest_note)
    refusals.push_back({note_too_long, "words", {french::integer(static_cast<std::int64_t>(longest_note))}});
  if (!refusals.empty()) return refusals;
  return answer;
}

}  // namespace

web::Response show_answer_link(visit::Visit& visit) {
  const auto opened = load(visit);
  if (!opened) return unknown_page(visit);
  return opened->awaits() ? open_page(visit, *opened, {}, 200) : closed_page(visit, *opened, 200);
}

web::Response post_answer_link(visit::Visit& visit) {
  const auto opened = load(visit);
  if (!opened) return unknown_page(visit);
  if (!opened->awaits()) return closed_page(visit, *opened, 409);
  const auto typed = typed_answer(visit);
  if (!typed) return open_page(visit, *opened, visit::form_state(visit, typed.refusals()), 422);
  const platform::Author author{
      platform::Cause::link, {}, opened->link.recipient, std::string(links::to_text(opened->link.channel))};
  const auto taken = visit.platform.act(author, [&](platform::Act& act) -> base::Outcome<base::Done> {
    Answer answer = *typed;
    answer.at = act.now;
    return take_answer(act, opened->offer.id, answer);
  });
  const auto after = load(visit);
  return closed_page(visit, *after, taken ? 200 : 409);
}

web::Response show_link_paper(visit::Visit& visit) {
  const auto opened = load(visit);
  if (!opened || !opened->awaits()) return unknown_page(visit);
  const auto& reference = opened->comparison.placement.reference;
  if (visit.parameter(1) == "comparatif")
    return pdf_download("comparatif-" + reference, comparison_pdf(opened->comparison, opened->broker, visit.now));
  if (visit.parameter(1) != "conseil") return unknown_page(visit);
  return pdf_download("conseil-" + reference, acceptance::advice_pdf({opened->comparison.placement, opened->advice,
                                                                      opened->broker, visit.now}));
}

}  // namespace credit::offer
