// GET /reparateurs/complements/{}, POST …/decision: what was asked for, and its answer line by line (M25).
#include "base/french.hpp"
#include "desks/motor/supplement/supplement_card.hpp"
#include "desks/motor/supplement/supplement_pages.hpp"
#include "floor/identity/names.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/thumbnails.hpp"

namespace motor::supplement {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using html::Markup;
using html::Url;
using ui::Field;

struct View {
  Supplement supplement;
  file::File file;
  std::vector<documents::Document> photos;
  identity::Names names;
  ui::FormState typed = {};
};

std::optional<View> load(visit::Visit& visit) {
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<View> {
    auto supplement = find(tx, SupplementId{visit.id()}, visit.actor());
    if (!supplement) return std::nullopt;
    auto file = file::find(tx, supplement->file);
    auto photos = documents::of_file(tx, file_of(file->id));
    std::erase_if(photos, [&](const documents::Document& document) {
      return document.subject_kind != subject_kind || document.subject_id != supplement->id.value;
    });
    identity::Names names(tx, {supplement->repairer, supplement->cabinet}, {supplement->decided_by});
    return View{*std::move(supplement), *std::move(file), std::move(photos), std::move(names)};
  });
}

bool decides(const visit::Visit& visit, const View& view) {
  return view.supplement.state == State::sent && visit.actor().organisation == view.supplement.cabinet &&
         identity::at_least(visit.actor().role, identity::Role::member);
}

Markup photos_card(const View& view) {
  if (view.photos.empty()) return {};
  std::vector<ui::Thumbnail> pictures;
  for (const auto& photo : view.photos) {
    const Url full = Url::path("/documents/{}", photo.id);
    pictures.push_back({photo.has_thumbnail ? Url::path("/documents/{}/vignette", photo.id) : full, full,
                        "Photo " + std::to_string(pictures.size() + 1) + " du complément : " + photo.filename});
  }
  return ui::card({.title = "Photos", .icon = ui::Icon::photo},
                  ui::thumbnails(base::french::plural(view.supplement.photos, "photo", "photos"), pictures));
}

Markup line_form(const View& view, std::size_t i) {
  const std::string number = std::to_string(i + 1);
  const Markup verdict =
      ui::radio_cards(Field{.name = "verdict-" + number, .label = view.supplement.lines[i].said}.with(view.typed),
                      {{"accepted", "Accepter"}, {"refused", "Refuser"}});
  const Markup answer = ui::text_field(Field{.name = "answer-" + number,
                                             .label = "Réponse à la ligne " + number,
                                             .hint = "Nécessaire en cas de refus.",
                                             .need = Field::Need::optional}
                                           .with(view.typed));
  return html::div(html::cls("supplement-line"), verdict, answer);
}

Markup decision_card(const visit::Visit& visit, const View& view) {
  Markup fields;
  for (std::size_t i = 0; i < view.supplement.lines.size(); ++i) fields += line_form(view, i);
  fields += ui::text_area(Field{.name = "answer",
                                .label = "Réponse à l’ensemble",
                                .hint = "Lue par le réparateur.",
                                .need = Field::Need::optional}
                              .with(view.typed),
                          2);
  const Url action = Url::path("/reparateurs/complements/{}/decision", view.supplement.id);
  // Both of one form: what was answered above goes with either. The first is what Enter sends.
  const Markup buttons =
      html::div(html::cls("actions form-actions"),
                html::button(html::cls("btn btn-primary"), html::type("submit"), ui::icon(ui::Icon::send),
                             html::span("Envoyer la décision")),
                html::button(html::cls("btn btn-secondary"), html::type("submit"), html::name("tout"),
                             html::value("accepted"), ui::icon(ui::Icon::check), html::span("Tout accepter")));
  return ui::card({.title = "Votre décision", .icon = ui::Icon::scale, .id = "decision"},
                  html::form(html::cls("form"), html::method_post(), html::action(action), html::attr("novalidate"),
                             html::data("once"), ui::error_summary(view.typed.errors()),
                             ui::csrf_input(visit::csrf_token(visit)), fields, buttons));
}

ui::Badge verdict_badge(Verdict verdict) {
  if (verdict == Verdict::accepted) return {"acceptée", ui::Tone::good, ui::Icon::circle_check};
  if (verdict == Verdict::refused) return {"refusée", ui::Tone::bad, ui::Icon::circle_x};
  return {"à répondre", ui::Tone::warn, ui::Icon::hourglass};
}

Markup lines_card(const View& view) {
  std::vector<ui::Line> lines;
  for (const Line& line : view.supplement.lines)
    lines.push_back({.what = line.said, .detail = line.answer, .end = verdict_badge(line.verdict)});
  Markup body = ui::lines(lines, "");
  if (!view.supplement.answer.empty())
    body += html::p(html::cls("supplement-answer"), "Réponse du cabinet : ", view.supplement.answer);
  return ui::card({.title = "Lignes du complément", .icon = ui::Icon::list}, body);
}

Markup about_card(const View& view, base::Instant now) {
  const auto& supplement = view.supplement;
  std::vector<ui::Fact> facts{{"Envoyé le", supplement.sent_at},
                              {"Par", view.names.of(supplement.repairer)},
                              {"Contenu", size_words(supplement)},
                              {"Où il en est", age_badge(supplement, now)}};
  if (supplement.decided_at) {
    facts.push_back({"Décidé le", *supplement.decided_at});
    facts.push_back({"Par", view.names.of(supplement.cabinet)});
  }
  return ui::card({.title = "Suivi", .icon = ui::Icon::clock}, ui::facts(facts));
}

web::Response draw(visit::Visit& visit, const View& view, int status) {
  const bool firm = visit.actor().organisation == view.supplement.cabinet;
  std::vector<ui::Crumb> crumbs;
  if (firm) crumbs.push_back({"À décider", "/reparateurs/a-decider"});
  crumbs.push_back({"Dossier " + view.file.reference, Url::path("/reparateurs/dossiers/{}", view.file.id)});
  std::string vehicle = view.file.vehicle_name();
  if (!view.file.vehicle.plate.empty()) vehicle += " · " + view.file.vehicle.plate;
  Markup body = ui::page_header({.title = "Complément de réparation",
                                 .reference = view.file.reference,
                                 .lead = vehicle,
                                 .crumbs = std::move(crumbs),
                                 .status = badge_of(view.supplement.state)});
  std::vector<Markup> wide;
  if (!view.typed.errors().empty() && !decides(visit, view)) wide.push_back(ui::error_summary(view.typed.errors()));
  if (auto photos = photos_card(view); !photos.empty()) wide.push_back(std::move(photos));
  wide.push_back(decides(visit, view) ? decision_card(visit, view) : lines_card(view));
  body += ui::two_columns(ui::stack(wide), ui::stack({about_card(view, visit.now)}));
  return visit::page(visit, {.title = "Complément de réparation", .body = std::move(body), .status = status});
}

}  // namespace

web::Response show_one(visit::Visit& visit) {
  const auto view = load(visit);
  return view ? draw(visit, *view, 200) : visit::not_found(visit);
}

web::Response post_decision(visit::Visit& visit) {
  auto view = load(visit);
  if (!view) return visit::not_found(visit);
  const auto& form = visit.request.form;
  std::vector<LineAnswer> answers;
  const bool all = form.get("tout") == "accepted";
  for (std::size_t i = 1; i <= view->supplement.lines.size(); ++i) {
    const std::string number = std::to_string(i);
    answers.push_back(
        {all ? Verdict::accepted : verdict_from_text(form.get("verdict-" + number)).value_or(Verdict::none),
         std::string(form.get("answer-" + number))});
  }
  const auto done = visit.platform.act(visit.author(), [&](platform::Act& act) {
    return decide(act, visit.actor(), view->supplement.id, answers, form.get("answer"));
  });
  if (!done) {
    // Somebody may have decided meanwhile: the page shows what stands now.
    view = load(visit);
    if (!view || done.refusal().code.kind == base::RefusalKind::not_found) return visit::not_found(visit);
    view->typed = visit::form_state(visit, done.refusals());
    return draw(visit, *view, visit::status_of(done.refusal().code.kind));
  }
  return visit::see_other(visit, Url::path("/reparateurs/complements/{}", view->supplement.id),
                          {ui::Tone::good, "Décision envoyée : le réparateur en lit la réponse."});
}

}  // namespace motor::supplement
