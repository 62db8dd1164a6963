// GET, POST /reparateurs/dossiers/{}/photos: a remote inspection's photographs, asked for and sent from the phone
// (M11).
#include "base/french.hpp"
#include "desks/motor/file/file_history.hpp"
#include "desks/motor/page/gone_page.hpp"
#include "desks/motor/photos/photo_pages.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/asset.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/thumbnails.hpp"

namespace motor::photos {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using html::Markup;
using html::Url;

struct View {
  file::File file;
  Set set;
  bool firm;
  bool may_act;
  std::string csrf_token;
  ui::FormState typed = {};  // of what was refused

  bool open() const { return asked(file.position); }
  Url url() const { return Url::path("/reparateurs/dossiers/{}/photos", file.id); }
};

std::optional<View> load(visit::Visit& visit, FileId id) {
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<View> {
    const auto& actor = visit.actor();
    const auto file = file::find(tx, id, actor);
    if (!file) return std::nullopt;
    View view{.file = *file,
              .set = set_of(tx, *file),
              .firm = file->cabinet == actor.organisation,
              .may_act = identity::at_least(actor.role, identity::Role::member),
              .csrf_token = visit::csrf_token(visit)};
    if (!view.firm) view.set.earlier.clear();
    return view;
  });
}

std::vector<ui::Thumbnail> pictures_of(const std::vector<Photo>& photos) {
  std::vector<ui::Thumbnail> pictures;
  for (const Photo& photo : photos)
    pictures.push_back({Url::path("/documents/{}/vignette", photo.document), Url::path("/documents/{}", photo.document),
                        std::string(label(photo.slot)) + ", " + base::french::instant_medium(photo.at)});
  return pictures;
}

// The camera opens at a touch; a script sends what was taken at once, one photograph after the other.
Markup send_form(const View& view, Slot slot, bool again) {
  const std::string name(to_text(slot));
  const std::string error = view.typed.form() == name ? view.typed.error("photo") : std::string();
  return html::form(
      html::cls("photo-form"), html::method_post(), html::multipart(), html::action(view.url()), html::data("each"),
      html::data("once"), ui::csrf_input(view.csrf_token), ui::hidden_field("slot", name),
      html::label(html::cls("form-label"), html::for_("photo-" + name), ui::icon(ui::Icon::photo),
                  takes_several(slot) ? "Ajouter des photos" : (again ? "Refaire la photo" : "Prendre la photo")),
      html::input(html::cls("form-control"), html::type("file"), html::id("photo-" + name), html::name("photo"),
                  html::attr("accept", "image/*"),
                  takes_several(slot) ? html::multiple() : html::attr("capture", "environment"),
                  html::when(!error.empty(), html::aria("describedby", "erreur-" + name))),
      html::when(!error.empty(), [&] { return html::p(html::cls("field-error"), html::id("erreur-" + name), error); }),
      html::p(html::cls("photo-status hint"), html::role("status")),
      html::div(html::cls("actions"), html::button(html::cls("btn btn-secondary"), html::type("submit"),
                                                   ui::icon(ui::Icon::send), html::span("Envoyer"))));
}

Markup again_form(const View& view, const Photo& photo) {
  const Url url = Url::path("/reparateurs/photos/{}/reprise", photo.id);
  const bool open = view.typed.form() == url.text();
  return ui::disclosure("À refaire", open ? ui::Fold::open : ui::Fold::closed,
                        ui::form({.action = url,
                                  .csrf_token = view.csrf_token,
                                  .submit = "Demander une autre photo",
                                  .look = ui::Look::secondary},
                                 ui::text_field(ui::Field{.name = "reason",
                                                          .label = "Motif",
                                                          .hint = "Le réparateur le lira. Exemple : image floue.",
                                                          .form = std::string(url.text())}
                                                    .with(view.typed))));
}

Markup slot_card(const View& view, Slot slot) {
  const auto photos = view.set.in(slot);
  std::vector<Photo> kept;
  Markup asked_again;
  for (const Photo& photo : photos) {
    if (photo.standing == Standing::kept)
      kept.push_back(photo);
    else
      asked_again += ui::notice({ui::Tone::warn, "À refaire", photo.reason});
  }
  Markup body = html::p(html::cls("hint"), advice(slot)) + asked_again + ui::thumbnails(label(slot), pictures_of(kept));
  if (kept.empty() && asked_again.empty())
    body += html::p(html::cls("photo-none"), ui::icon(ui::Icon::photo), html::span("Attendue"));
  if (view.open() && view.may_act && view.firm)
    for (const Photo& photo : kept) body += again_form(view, photo);
  if (view.open() && view.may_act && !view.firm) body += send_form(view, slot, !photos.empty());
  return ui::card({.title = std::string(label(slot)), .icon = kept.empty() ? ui::Icon::circle : ui::Icon::circle_check},
                  body);
}

web::Response draw(visit::Visit& visit, const View& view, int status) {
  Markup cards;
  for (const Slot slot : slots) cards += slot_card(view, slot);
  std::string title = view.file.vehicle_name();
  if (!view.file.vehicle.plate.empty()) title += " · " + view.file.vehicle.plate;
  Markup body = ui::page_header(
      {.title = "Photos de l’EAD",
       .reference = view.file.reference,
       .lead = title,
       .crumbs = {{"Dossier " + view.file.reference, Url::path("/reparateurs/dossiers/{}", view.file.id)}}});
  body += progress_of(view.set);
  if (!view.open())
    body += ui::notice({ui::Tone::info, "Le cabinet n’attend pas de photos",
                        "Le dossier n’est pas, ou plus, en expertise à distance."});
  body += html::div(html::cls("photo-slots"), cards);
  if (!view.set.earlier.empty())
    body += ui::card({.title = "D’un réparateur précédent", .icon = ui::Icon::history},
                     ui::thumbnails("Photos d’un réparateur précédent", pictures_of(view.set.earlier)));
  if (view.open() && view.may_act && !view.firm) body += html::script(ui::asset("photos.js"));
  return visit::page(visit, {.title = "Photos de l’EAD", .body = std::move(body), .status = status});
}

web::Response show_again(visit::Visit& visit, FileId id, const base::Refusals& refusals, std::string form) {
  auto view = load(visit, id);
  if (!view || refusals.front().code.kind == base::RefusalKind::not_found) return visit::not_found(visit);
  const auto plain = visit::form_state(visit, refusals);
  view->typed = {visit.request.form.pairs(), plain.errors(), std::move(form)};
  return draw(visit, *view, visit::status_of(refusals.front().code.kind));
}

// Each photograph that cannot be taken is named; the others are taken, each in an act of its own.
struct Sent {
  std::int64_t count = 0;
  base::Refusals refusals = {};
};
Sent send_all(visit::Visit& visit, FileId id, Slot slot) {
  Sent sent;
  for (const auto& file : visit.request.files) {
    if (file.field != "photo" || (file.size == 0 && file.filename.empty())) continue;
    const auto ready = visit.platform.documents.prepare(visit.actor().organisation, file, documents::Accept::image);
    const auto done =
        ready ? visit.platform.act(visit.author(),
                                   [&](platform::Act& act) { return send(act, visit.actor(), id, slot, *ready); })
              : base::Outcome<base::Done>(ready.refusals());
    if (done) {
      ++sent.count;
      continue;
    }
    for (auto refusal : done.refusals()) {
      refusal.field = "photo";
      sent.refusals.push_back(std::move(refusal));
    }
  }
  if (sent.count == 0 && sent.refusals.empty()) sent.refusals.push_back({nothing_sent, "photo"});
  return sent;
}

}  // namespace

web::Response show_photos(visit::Visit& visit) {
  const auto view = load(visit, FileId{visit.id()});
  return view ? draw(visit, *view, 200) : visit::not_found(visit);
}

web::Response post_photos(visit::Visit& visit) {
  const FileId id{visit.id()};
  if (!load(visit, id)) return page::gone(visit);
  const auto slot = slot_from_text(visit.request.form.get("slot"));
  if (!slot) return show_again(visit, id, {{slot_missing}}, {});
  const Sent sent = send_all(visit, id, *slot);
  if (!sent.refusals.empty()) return show_again(visit, id, sent.refusals, std::string(to_text(*slot)));
  return visit::see_other(visit, Url::path("/reparateurs/dossiers/{}/photos", id),
                          {ui::Tone::good, std::string(label(*slot)) + " : " +
                                               base::french::plural(sent.count, "photo reçue.", "photos reçues.")});
}

web::Response post_again(visit::Visit& visit) {
  const PhotoId id{visit.id()};
  const auto file = visit.platform.database.read([&](db::Transaction& tx) -> std::optional<FileId> {
    const auto photo = find(tx, id);
    if (!photo || !file::find(tx, photo->file, visit.actor())) return std::nullopt;
    return photo->file;
  });
  if (!file) return visit::not_found(visit);
  const auto done = visit.platform.act(visit.author(), [&](platform::Act& act) {
    return ask_again(act, visit.actor(), id, visit.request.form.get("reason"));
  });
  if (!done) return show_again(visit, *file, done.refusals(), visit.request.path);
  return visit::see_other(visit, Url::path("/reparateurs/dossiers/{}/photos", *file),
                          {ui::Tone::good, "Le réparateur est prié de refaire cette photo."});
}

std::vector<visit::Route> routes() {
  using identity::OrganisationKind;
  using identity::Role;
  using visit::Permission;
  using enum web::Method;
  using enum visit::Pace;
  return {
      {get, "/reparateurs/dossiers/{}/photos",
       Permission::of({OrganisationKind::adjusting_firm, OrganisationKind::repairer}), show_photos},
      {post, "/reparateurs/dossiers/{}/photos", Permission::of({OrganisationKind::repairer}, Role::member), post_photos,
       waits},
      {post, "/reparateurs/photos/{}/reprise", Permission::of({OrganisationKind::adjusting_firm}, Role::member),
       post_again},
  };
}

}  // namespace motor::photos
