// The tradesman's space: his requests and jobs, each with what he owes and until when (W13, W14, W19, W20, W25).
#include <charconv>

#include "base/french.hpp"
#include "base/identifiers.hpp"
#include "desks/works/admission/application.hpp"
#include "desks/works/closure/papers.hpp"
#include "desks/works/file/delay_lines.hpp"
#include "desks/works/file/document_words.hpp"
#include "desks/works/mandate/departure.hpp"
#include "desks/works/mandate/job_view.hpp"
#include "desks/works/mandate/mandate_actions.hpp"
#include "desks/works/mandate/mandate_pages.hpp"
#include "desks/works/mandate/mandate_rules.hpp"
#include "floor/deadlines/deadline_view.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/form.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"
#include "web/ui/tabs.hpp"

namespace works::mandate {
namespace {

namespace html = web::html;
using html::Markup;
using html::Url;
using web::ui::Field;
using web::ui::Value;

constexpr int page_size = 25;

web::ui::Row row_of(const JobLine& line, base::Instant now) {
  return {.url = Url::path("/chantiers/{}", line.mandate.id),
          .cells = {Value::two_lines(line.mandate.trades_text,
                                     base::french::day_short(base::paris::day_of(line.mandate.asked_at))),
                    Value::two_lines(line.mandate.place_name, base::french::distance(line.mandate.distance_m)),
                    line.due ? Value(deadlines::due_of(*line.due, now)) : Value(), badge_of(line.mandate.state)}};
}

Markup job_table(const std::vector<JobLine>& lines, base::Instant now) {
  web::ui::Table table{.caption = "Chantiers",
                       .columns = {{.label = "Chantier"}, {.label = "Lieu"}, {.label = "Échéance"}, {.label = "État"}},
                       .rows = {}};
  for (const auto& line : lines) table.rows.push_back(row_of(line, now));
  return web::ui::data_table(table);
}

Markup answer_card(const JobView& job, const web::ui::FormState& state) {
  const Url to = Url::path("/chantiers/{}/reponse", job.mandate.id);
  return web::ui::card(
      {.title = "Votre réponse", .icon = web::ui::Icon::check, .id = "reponse"},
      web::ui::form({.action = to, .csrf_token = job.csrf_token, .submit = "Valider ma réponse"},
                    web::ui::radio_cards(Field{.name = "reponse",
                                               .label = "Vous êtes la seule entreprise sollicitée",
                                               .form = std::string(to.text())}
                                             .with(state),
                                         {{"accepter", "ACCEPTER", "Les coordonnées du client s’affichent aussitôt."},
                                          {"refuser", "REFUSER", "Un refus ne compte pas contre vous."}}) +
                        web::ui::text_field(Field{.name = "reason",
                                                  .label = "Motif d’un refus",
                                                  .need = Field::Need::optional,
                                                  .form = std::string(to.text())}
                                                .with(state))));
}

Markup cancel_form(const JobView& job, const web::ui::FormState& state) {
  const bool late = !job.firm_left && cancellation_is_late(*job.mandate.answered_at, job.now);
  const auto until = base::french::instant_weekday(free_cancellation_end(*job.mandate.answered_at));
  const Url to = Url::path("/chantiers/{}/annulation", job.mandate.id);
  const bool wrong = state.form() == to.text() && !state.errors().empty();
  return web::ui::disclosure(
      "Annuler ce chantier", wrong ? web::ui::Fold::open : web::ui::Fold::closed,
      web::ui::form(
          {.action = to, .csrf_token = job.csrf_token, .submit = "Annuler ce chantier", .look = web::ui::Look::danger},
          web::ui::text_field(
              Field{.name = "reason",
                    .label = "Motif",
                    .hint = late ? "Plus de 48 h après votre acceptation : un avertissement sera enregistré."
                            : job.firm_left ? std::string("Sans conséquence : vous avez quitté le réseau.")
                                            : "Sans conséquence jusqu’au " + until + ".",
                    .form = std::string(to.text())}
                  .with(state))));
}

Markup client_card(const JobView& job) {
  if (!shows_contact_details(job.mandate.state)) {
    const bool awaited = job.mandate.state == State::asked;
    return web::ui::card({.title = "Client", .icon = web::ui::Icon::user},
                         html::p(html::cls("quiet"), awaited ? "Ses coordonnées s’affichent après acceptation."
                                                             : "Vous n’avez plus accès à ses coordonnées."));
  }
  const auto& claim = job.claim;
  const auto number = base::Phone::parse(claim.insured.phone);
  return web::ui::card(
      {.title = "Client", .icon = web::ui::Icon::user},
      web::ui::facts(
          {{"Nom", claim.insured.name},
           {"Téléphone", Value::phone(claim.insured.phone, number ? number->national() : claim.insured.phone)},
           {"E-mail", claim.insured.email ? Value::mail(*claim.insured.email) : Value()},
           {"Adresse", Value::lines(claim.place.address + "\n" + claim.place.postal_code + " " + claim.place.name)}}));
}

Markup request_card(const JobView& job) {
  Markup body = web::ui::facts({{"Métiers", lot::trades_label(job.lot)},
                                {"Commune", job.claim.place.name},
                                {"Distance", base::french::distance(job.mandate.distance_m)},
                                {"Demandé le", job.mandate.asked_at}});
  if (!job.claim.description.empty()) body += html::p("«\u00A0", job.claim.description, "\u00A0»");
  return web::ui::card({.title = "Demande", .icon = web::ui::Icon::hammer}, body);
}

// Without what the firm brought to the works themselves, which stands in a card of its own (closure/papers).
Markup documents_card(const JobView& job) {
  std::vector<documents::Document> others;
  for (const auto& document : job.documents)
    if (!closure::is_paper(document)) others.push_back(document);
  return web::ui::card({.title = "Documents", .icon = web::ui::Icon::paperclip},
                       file::document_lines(others, "Aucun document."));
}

// P4.receipt_readers: each leads to its receipt.
Markup deadlines_card(const JobView& job) {
  deadlines::DelayLines lines;
  for (const auto& delay : job.delays)
    if (file::listed(delay))
      lines.add(delay, file::delay_line(delay, Url::path("/chantiers/echeances/{}", delay.id), {}, job.now));
  return lines.empty() ? Markup{} : lines.card();
}

web::ui::PageHeader header_of(const JobView& job) {
  web::ui::PageHeader header{.title = lot::trades_label(job.lot) + " · " + job.claim.place.name,
                             .reference = job.claim.reference,
                             .crumbs = {{"Chantiers", Url("/chantiers")}},
                             .status = badge_of(job.mandate.state)};
  if (job.due) header.awaiting = web::ui::Awaiting{.who = "Vous", .due = deadlines::due_of(*job.due, job.now)};
  return header;
}

web::Response job_page(visit::Visit& visit, const JobView& job, const base::Refusals& refusals) {
  std::vector<web::ui::FieldError> errors;
  for (const auto& refusal : refusals) errors.push_back({refusal.field, visit::sentence(visit, refusal)});
  const web::ui::FormState state{visit.request.form.pairs(), errors, visit.request.path};
  std::vector<Markup> wide;
  if (!errors.empty()) wide.push_back(web::ui::error_summary(state));
  if (job.mandate.state == State::asked) wide.push_back(answer_card(job, state));
  for (auto& part : work_parts(job, state)) wide.push_back(std::move(part));
  wide.push_back(request_card(job));
  if (job.may_act && holds_job(job.mandate.state)) wide.push_back(cancel_form(job, state));
  const std::vector<Markup> narrow{client_card(job), deadlines_card(job), documents_card(job)};
  // A page that shows a form again keeps what was typed: it does not refresh itself.
  std::optional<Url> live;
  if (visit.request.method == web::Method::get) live = Url::path("/chantiers/{}/direct", job.mandate.id);
  return visit::page(visit, {.title = lot::trades_label(job.lot),
                             .body = web::ui::page_header(header_of(job)) +
                                     web::ui::two_columns(web::ui::stack(wide), web::ui::stack(narrow)),
                             .status = refusals.empty() ? 200 : visit::status_of(refusals.front().code.kind),
                             .live = live});
}

// W7.jobs
Markup left_notice(const visit::Visit& visit) {
  if (!identity::at_least(visit.actor().role, identity::Role::member)) return {};
  return web::ui::notice(
      {web::ui::Tone::warn, "Vous avez quitté le réseau",
       "Vos chantiers restent à vous jusqu’à leur fin. Vous pouvez aussi les rendre, un par un ou tous ensemble, sans "
       "avertissement."},
      web::ui::action_button({.label = "Rendre tous mes chantiers",
                              .url = "/chantiers/restitution",
                              .look = web::ui::Look::danger,
                              .post = web::ui::Post{.csrf_token = visit::csrf_token(visit),
                                                    .question = "Rendre tous vos chantiers ?",
                                                    .consequence = "Leurs courtiers sont prévenus aussitôt et "
                                                                   "choisissent une autre entreprise."}}));
}

MandateId before_of(const visit::Visit& visit) {
  const auto text = visit.request.query.get("avant");
  std::int64_t id = 0;
  std::from_chars(text.data(), text.data() + text.size(), id);
  return {id};
}

}  // namespace

web::Response show_jobs(visit::Visit& visit) {
  const bool live = visit.request.query.get("vue") != "termines";
  bool left = false;
  auto lines = visit.platform.database.read([&](db::Transaction& tx) {
    left = admission::has_left(tx, visit.actor().organisation);
    return job_lines(tx, visit.actor().organisation, live, before_of(visit), page_size + 1);
  });
  const bool more = lines.size() > page_size;
  if (more) lines.pop_back();
  Markup body = web::ui::page_header({.title = "Chantiers"}) +
                web::ui::tabs("Chantiers", {{"En cours", Url("/chantiers"), "", live},
                                            {"Terminés", Url("/chantiers").query("vue", "termines"), "", !live}});
  if (lines.empty()) {
    body += web::ui::empty_state({.icon = web::ui::Icon::hammer,
                                  .title = live ? "Aucune demande pour l’instant" : "Aucun chantier terminé",
                                  .text = live ? "Les demandes arrivent par SMS et par e-mail, et s’affichent ici."
                                               : "Vos chantiers clos, refusés ou annulés s’afficheront ici."});
  } else {
    if (left && live) body += left_notice(visit);
    body += job_table(lines, visit.now);
    web::ui::Pager pager{};
    Url next = live ? Url("/chantiers") : Url("/chantiers").query("vue", "termines");
    if (more) pager.next = next.query("avant", lines.back().mandate.id);
    body += web::ui::pager(pager);
  }
  return visit::page(visit, {.title = "Chantiers", .body = std::move(body), .live = Url("/chantiers/direct")});
}

web::Response show_job(visit::Visit& visit) {
  const auto job = load_job(visit);
  return job ? job_page(visit, *job, {}) : visit::not_found(visit);
}

web::Response show_job_again(visit::Visit& visit, const base::Refusals& refusals) {
  const auto job = load_job(visit);
  return job ? job_page(visit, *job, refusals) : visit::not_found(visit);
}

web::Response show_job_again(visit::Visit& visit, const base::Refusals& refusals, Paper paper,
                             deposit::Proposal proposal) {
  auto job = load_job(visit);
  if (!job) return visit::not_found(visit);
  (paper == Paper::quote ? job->quote_proposal : job->invoice_proposal) = std::move(proposal);
  return job_page(visit, *job, refusals);
}

web::Response post_answer(visit::Visit& visit) {
  const auto typed = visit.request.form.get("reponse");
  if (typed != "accepter" && typed != "refuser") return show_job_again(visit, {{choice_required, "reponse"}});
  const Answer given{typed == "accepter" ? Choice::accept : Choice::refuse,
                     std::string(visit.request.form.get("reason")), "space"};
  const auto answered = visit.platform.act(visit.author(), [&](platform::Act& act) {
    return answer(act, MandateId{visit.id()}, visit.actor().organisation, given);
  });
  if (!answered) return show_job_again(visit, answered.refusals());
  return visit::see_other(visit, Url::path("/chantiers/{}", answered->id),
                          {web::ui::Tone::good, given.choice == Choice::accept
                                                    ? "Chantier accepté. Les coordonnées du client sont ci-contre."
                                                    : "Votre refus est enregistré."});
}

web::Response post_cancellation(visit::Visit& visit) {
  const auto cancelled = cancel(visit.platform, visit.actor(), MandateId{visit.id()}, visit.request.form.get("reason"));
  if (!cancelled) return show_job_again(visit, cancelled.refusals());
  return visit::see_other(visit, Url::path("/chantiers/{}", cancelled->id),
                          {web::ui::Tone::good, "Votre annulation est enregistrée ; le courtier est prévenu."});
}

web::Response post_jobs_back(visit::Visit& visit) {
  const auto given = give_back_jobs(visit.platform, visit.actor());
  if (!given) return visit::refused(visit, given.refusals());
  return visit::see_other(
      visit, Url("/chantiers"),
      {web::ui::Tone::good, *given == 0 ? std::string("Vous n’aviez plus de chantier à rendre.")
                                        : base::french::plural(*given, "chantier rendu", "chantiers rendus") +
                                              " ; leurs courtiers sont prévenus."});
}

}  // namespace works::mandate
