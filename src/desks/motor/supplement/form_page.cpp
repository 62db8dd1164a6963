// GET, POST /reparateurs/dossiers/{}/complement: comment and photographs, from a phone as well (M25).
#include <algorithm>

#include "base/french.hpp"
#include "desks/motor/page/gone_page.hpp"
#include "desks/motor/supplement/supplement.hpp"
#include "desks/motor/supplement/supplement_pages.hpp"
#include "floor/documents/held.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/asset.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"

namespace motor::supplement {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using documents::Prepared;
using html::Markup;
using html::Url;
using ui::Field;

constexpr std::string_view photos_accepted = "image/jpeg,image/png,image/webp,.jpg,.jpeg,.png,.webp";

// What is drawn: what was typed, and the photographs that already came whole.
struct Typed {
  ui::FormState state = {};
  std::vector<Prepared> photos = {};
};

std::optional<file::File> own_file(visit::Visit& visit) {
  return visit.platform.database.read([&](db::Transaction& tx) {
    auto file = file::find(tx, FileId{visit.id()}, visit.actor());
    if (file && file->repairer != visit.actor().organisation) file.reset();
    return file;
  });
}

// A photograph that was checked before: ticked, it need not be chosen again.
Markup kept_box(const visit::Visit& visit, const Prepared& photo) {
  const std::string id = "gardee-" + photo.sha256.substr(0, 16);
  return html::div(html::cls("choice"),
                   html::input(html::cls("form-check-input"), html::type("checkbox"), html::id(id),
                               html::name(documents::held_field), html::checked_if(true),
                               html::value(documents::hold(visit.platform, visit.actor().organisation, photo))),
                   html::label(html::for_(id), photo.filename));
}

// There even when empty: a script adds each photograph that has come.
Markup kept(const visit::Visit& visit, const std::vector<Prepared>& photos) {
  Markup boxes;
  for (const Prepared& photo : photos) boxes += kept_box(visit, photo);
  return html::fieldset(
      html::cls("fieldset kept-photos"), html::when(photos.empty(), html::hidden()),
      html::legend(photos.size() > 1 ? "Photos déjà reçues" : "Photo déjà reçue"),
      html::p(html::cls("hint"), "Inutile de les choisir à nouveau ; décochez celles à ne pas envoyer."), boxes);
}

// Of the photographs that leave as soon as they are chosen.
Markup on_their_way() {
  return html::div(html::cls("photo-queue"), html::p(html::cls("photo-status hint"), html::role("status")),
                   html::button(html::cls("btn btn-secondary"), html::type("button"), html::data("resume"),
                                html::hidden(), ui::icon(ui::Icon::refresh), html::span("Reprendre")));
}

Markup fields_of(const visit::Visit& visit, const Typed& typed) {
  const Markup comment = ui::text_area(
      Field{.name = "comment",
            .label = "Commentaire",
            .hint = "Une ligne par travail ou par pièce : le cabinet répond ligne par ligne. Un délai de livraison de "
                    "pièces se dit ici aussi.",
            .need = Field::Need::optional}
          .with(typed.state),
      6);
  const Markup camera = ui::file_field(
      Field{.name = "camera", .label = "Prendre une photo", .need = Field::Need::optional}.with(typed.state),
      {.accept = "image/*", .count = ui::FileChoice::Count::several, .capture = "environment"});
  const Markup photos = ui::file_field(
      Field{.name = "photos", .label = "Choisir des photos", .need = Field::Need::optional}.with(typed.state),
      {.accept = std::string(photos_accepted), .count = ui::FileChoice::Count::several});
  return comment + ui::field_group("Photos", "JPEG, PNG ou WebP, 25 Mo au plus chacune, 12 photos au plus.",
                                   kept(visit, typed.photos) + on_their_way() + ui::field_row({camera, photos}));
}

Url photo_url(const file::File& file) { return Url::path("/reparateurs/dossiers/{}/complement/photos", file.id); }

web::Response draw(visit::Visit& visit, const file::File& file, const Typed& typed, int status) {
  const Url action = Url::path("/reparateurs/dossiers/{}/complement", file.id);
  const Url back = Url::path("/reparateurs/dossiers/{}", file.id);
  std::string vehicle = file.vehicle_name();
  if (!file.vehicle.plate.empty()) vehicle += " · " + file.vehicle.plate;
  Markup body = ui::page_header({.title = "Complément de réparation",
                                 .reference = file.reference,
                                 .lead = vehicle,
                                 .crumbs = {{"Dossier " + file.reference, back}}});
  if (file.position.state == file::State::closed) {
    body += ui::notice({ui::Tone::warn, "Le dossier est terminé", "Demandez au cabinet de le rouvrir."});
  } else {
    const Markup advice =
        ui::notice({ui::Tone::info, "Commentaire et photos sont séparés ; l’un des deux suffit",
                    "Nous vous recommandons d’envoyer les deux : des photos, et un commentaire qui justifie "
                    "explicitement le complément attendu."});
    const Markup asked = ui::card(
        {.title = "Votre demande", .icon = ui::Icon::photo},
        html::form(
            html::cls("form"), html::method_post(), html::multipart(), html::action(action), html::attr("novalidate"),
            html::data("upload"), html::data("once"), html::data("hold", photo_url(file).text()),
            ui::error_summary(typed.state.errors()), ui::csrf_input(visit::csrf_token(visit)), fields_of(visit, typed),
            html::div(html::cls("upload-progress"), html::hidden(), html::role("status"),
                      html::progress(html::attr("max", 100), html::value("0"), html::aria("label", "Envoi en cours")),
                      html::span("")),
            html::div(html::cls("actions form-actions"),
                      html::button(html::cls("btn btn-supplement"), html::type("submit"), ui::icon(ui::Icon::send),
                                   html::span("Envoyer le complément")),
                      ui::action_button({.label = "Annuler", .url = back, .look = ui::Look::quiet}))));
    body += ui::stack({advice, asked}) + html::script(ui::asset("photos.js"));
  }
  return visit::page(visit, {.title = "Complément de réparation",
                             .body = std::move(body),
                             .status = status,
                             .width = ui::Frame::Width::reading});
}

// The photographs kept from before, then the new ones; each that cannot be taken is named, the others are kept.
base::Refusals receive(visit::Visit& visit, std::vector<Prepared>& photos) {
  base::Refusals refusals;
  const auto owner = visit.actor().organisation;
  const auto keep = [&](Prepared photo) {  // the same one chosen twice is one
    const bool known =
        std::any_of(photos.begin(), photos.end(), [&](const Prepared& other) { return other.sha256 == photo.sha256; });
    if (!known) photos.push_back(std::move(photo));
  };
  for (const std::string_view text : visit.request.form.all(documents::held_field))
    if (auto photo = documents::held(visit.platform, owner, text)) keep(*std::move(photo));
  for (const auto& file : visit.request.files) {
    const bool chosen = file.size > 0 || !file.filename.empty();
    if (!chosen || (file.field != "camera" && file.field != "photos")) continue;
    auto ready = visit.platform.documents.prepare(owner, file, documents::Accept::image);
    if (ready) {
      keep(std::move(ready).value());
      continue;
    }
    for (auto refusal : ready.refusals()) {
      refusal.field = file.field;
      refusals.push_back(std::move(refusal));
    }
  }
  return refusals;
}

web::Response said_of(visit::Visit& visit, const base::Refusal& why) {
  return visit::fragment(html::p(html::cls("field-error"), visit::sentence(visit, why)),
                         visit::status_of(why.code.kind));
}

}  // namespace

// One photograph of the form, ahead of it: kept, and handed back as a box of the form (M25.upload).
web::Response post_photo(visit::Visit& visit) {
  const auto file = own_file(visit);
  if (!file) return visit::not_found(visit);
  if (file->position.state == file::State::closed) return said_of(visit, {file_closed});
  const auto& files = visit.request.files;
  const auto photo = std::find_if(files.begin(), files.end(), [](const auto& one) { return one.field == "photo"; });
  if (photo == files.end()) return said_of(visit, {nothing_said});
  const auto ready = visit.platform.documents.prepare(visit.actor().organisation, *photo, documents::Accept::image);
  return ready ? visit::fragment(kept_box(visit, *ready)) : said_of(visit, ready.refusal());
}

web::Response show_form(visit::Visit& visit) {
  const auto file = own_file(visit);
  return file ? draw(visit, *file, {}, 200) : visit::not_found(visit);
}

web::Response post_form(visit::Visit& visit) {
  const auto file = own_file(visit);
  if (!file) return page::gone(visit, visit.request.form.get("comment"));
  Sending sending{.comment = std::string(visit.request.form.get("comment")), .photos = {}};
  auto refusals = receive(visit, sending.photos);
  const auto again = [&](const base::Refusals& why) {
    return draw(visit, *file, {visit::form_state(visit, why), sending.photos}, visit::status_of(why.front().code.kind));
  };
  if (!refusals.empty()) return again(refusals);
  const auto sent = visit.platform.act(visit.author(),
                                       [&](platform::Act& act) { return send(act, visit.actor(), file->id, sending); });
  if (!sent)
    return sent.refusal().code.kind == base::RefusalKind::not_found ? page::gone(visit, sending.comment)
                                                                    : again(sent.refusals());
  return visit::see_other(visit, Url::path("/reparateurs/complements/{}", *sent),
                          {ui::Tone::good, "Complément envoyé au cabinet, qui y répondra ligne par ligne."});
}

}  // namespace motor::supplement
