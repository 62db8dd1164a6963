// GET and POST /offre/{}: by the link of a proposal the client reads the offer, the comparison and the advice, and
// answers (C9, C36, P7); by that of a quote received he reads the offers (C6). Looking changes nothing; no choice is
// selected; the offer's own delay ends the answer, and the offer stays readable.
#include "base/french.hpp"
#include "desks/credit/insurer/insurer_words.hpp"
#include "desks/credit/offer/client_view.hpp"
#include "desks/credit/offer/offer_pages.hpp"
#include "floor/links/links.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"

namespace credit::offer {
namespace {

namespace ui = web::ui;
namespace french = base::french;
using links::Standing;
using ui::Tone;
using web::html::Markup;
using web::html::Url;

struct Opened {
  links::Link link;
  Standing standing;
  ClientView view;
  std::optional<base::Instant> due;  // of the answer

  bool asks() const { return link.purpose == answer_link; }
  const Offer& offer() const { return view.asked.value(); }
  bool awaits() const { return asks() && standing == Standing::usable && offer().state == State::recommended; }
  // What was proposed and stands, or was answered: the papers and figures it was answered on.
  bool readable() const {
    if (!asks()) return view.comparison.placement.step != placement::Step::abandoned;
    if (link.revoked || view.asked_compared() == nullptr) return false;
    const auto state = offer().state;
    if (state == State::recommended) return standing == Standing::usable || standing == Standing::expired;
    return (state == State::accepted || state == State::declined) && offer().decided_at;
  }
};

std::optional<Opened> load(const visit::Visit& visit) {
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<Opened> {
    const auto link = links::open(tx, visit.parameter(0), visit.platform.settings.server_key);
    if (!link || (link->purpose != answer_link && link->purpose != read_link)) return std::nullopt;
    std::optional<Offer> asked;
    std::optional<base::Instant> due;
    if (link->purpose == answer_link) {
      asked = find(tx, OfferId{link->subject_id});
      due = deadlines::find(tx, link->deadline)->due;
    }
    const auto placement = placement::find(tx, asked ? asked->placement : PlacementId{link->subject_id});
    return Opened{*link, links::standing(tx, *link, visit.now), client_view(tx, *placement, asked, visit.now), due};
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

constexpr std::string_view superseded =
    "Votre courtier l’a reprise ou remplacée. Si vous avez reçu un message plus récent, ouvrez son lien.";

ui::Notice said_of(const Opened& opened) {
  const ui::Notice over{Tone::mute, "Cette proposition n’est plus d’actualité", std::string(superseded)};
  if (!opened.asks() || !opened.readable()) return over;
  switch (opened.offer().state) {
    case State::accepted:
      return {Tone::good, "Vous avez accepté cette offre",
              "L’assureur établit la police ; vous la recevrez pour signature."};
    case State::declined:
      return {Tone::mute, "Vous avez refusé cette offre", "Votre courtier en est informé : il revient vers vous."};
    case State::recommended:
      return {Tone::warn, "L’offre a expiré",
              "Elle était valable jusqu’au " + french::day_medium(base::paris::day_of(*opened.due - base::seconds(1))) +
                  " inclus. Votre courtier peut demander à l’assureur de la confirmer : appelez-le."};
    case State::open:
    case State::withdrawn:
      break;
  }
  return over;
}

PaperUrls urls_of(std::string_view token) {
  return {Url::path("/offre/{}/{}", token, "conseil"), Url::path("/offre/{}/{}", token, "comparatif")};
}

// Answered, expired or superseded: what can still be read of it.
web::Response closed_page(visit::Visit& visit, const Opened& opened, int status) {
  std::vector<Markup> parts;
  if (opened.readable())
    parts = {offer_summary(opened.view, *opened.view.asked_compared()),
             papers_card(opened.view, "Ce que vous avez reçu", urls_of(visit.parameter(0)))};
  return answer_page(
      visit, "Offre d’assurance-crédit",
      ui::page_header({.title = "Offre " + of_insurer(opened.offer().insurer_name), .lead = opened.view.broker}) +
          ui::notice(said_of(opened)) + ui::stack(parts),
      status);
}

web::Response open_page(visit::Visit& visit, const Opened& opened, const ui::FormState& state, int status) {
  const auto token = visit.parameter(0);
  const auto& placement = opened.view.comparison.placement;
  return answer_page(
      visit, "Offre d’assurance-crédit",
      ui::page_header({.title = "Offre " + of_insurer(opened.offer().insurer_name),
                       .lead = opened.view.broker + " vous la recommande pour " + placement.company.name + "."}) +
          ui::stack({offer_summary(opened.view, *opened.view.asked_compared()),
                     papers_card(opened.view, "À lire avant de répondre", urls_of(token)),
                     answer_form(opened.view, {.action = Url::path("/offre/{}", token), .name = placement.contact.name},
                                 state)}),
      status);
}

// The offers received, for who was told of one (C6.quote).
web::Response offers_page(visit::Visit& visit, const Opened& opened) {
  const auto& view = opened.view;
  std::vector<Markup> parts;
  if (!opened.readable()) {
    parts.push_back(ui::notice(said_of(opened)));
  } else {
    for (const auto& one : view.comparison.offers) parts.push_back(offer_summary(view, one));
    if (parts.empty()) parts.push_back(ui::notice({Tone::mute, "Aucune offre n’est plus à l’étude"}));
    if (!view.comparison.offers.empty()) parts.push_back(papers_card(view, "Côte à côte", urls_of(visit.parameter(0))));
  }
  return answer_page(
      visit, "Offres d’assurance-crédit",
      ui::page_header({.title = "Offres reçues",
                       .reference = view.comparison.placement.reference,
                       .lead = view.broker + " les compare pour " + view.comparison.placement.company.name +
                               " et revient vers vous avec son conseil : rien à faire pour l’instant."}) +
          ui::stack(parts),
      200);
}

web::Response refused_page(visit::Visit& visit, const base::Refusals& refusals) {
  const auto after = load(visit);
  if (!after->awaits()) return closed_page(visit, *after, 409);
  return open_page(visit, *after, visit::form_state(visit, refusals), visit::status_of(refusals.front().code.kind));
}

}  // namespace

web::Response show_answer_link(visit::Visit& visit) {
  const auto opened = load(visit);
  if (!opened) return unknown_page(visit);
  if (!opened->asks()) return offers_page(visit, *opened);
  return opened->awaits() ? open_page(visit, *opened, {}, 200) : closed_page(visit, *opened, 200);
}

web::Response post_answer_link(visit::Visit& visit) {
  const auto opened = load(visit);
  if (!opened || !opened->asks()) return unknown_page(visit);
  if (!opened->awaits()) return closed_page(visit, *opened, 409);
  if (!of_this_proposal(opened->view, visit.request.form)) return refused_page(visit, {{proposal_changed}});
  const auto typed = typed_answer(visit.request.form, visit.now);
  if (!typed) return refused_page(visit, typed.refusals());
  const platform::Author author{
      platform::Cause::link, {}, opened->link.recipient, std::string(links::to_text(opened->link.channel))};
  const auto taken = answer_as_client(visit.platform, author, opened->offer().id, *typed);
  if (!taken) return refused_page(visit, taken.refusals());
  return closed_page(visit, *load(visit), 200);
}

web::Response show_link_paper(visit::Visit& visit) {
  const auto opened = load(visit);
  if (!opened || !opened->readable()) return unknown_page(visit);
  auto paper = client_paper(visit, opened->view, visit.parameter(1));
  return paper ? *std::move(paper) : unknown_page(visit);
}

}  // namespace credit::offer
