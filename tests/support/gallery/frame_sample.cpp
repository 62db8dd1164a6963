#include "support/gallery/frame_sample.hpp"

#include "support/gallery/gallery.hpp"

namespace gallery {

using namespace web::ui;

base::Instant now() { return base::paris::at(*base::Day::of(2026, 11, 21), 16, 30); }

Frame broker_frame(std::string title) {
  return {.title = std::move(title),
          .accent = Accent::works,
          .now = now(),
          .account = Account{"Hélène Marchand", "Cabinet Marchand & associés", "jeton", 3},
          .nav = {{"Travaux",
                   {{"Dossiers", "/travaux/dossiers", Icon::layout, true, "41"},
                    {"Déclarer", "/travaux/declarer", Icon::plus},
                    {"Primes", "/travaux/primes", Icon::euro}}},
                  {"Commun",
                   {{"Documents", "/documents", Icon::file},
                    {"Messages", "/messages", Icon::mail, false, "2"},
                    {"Paramètres", "/parametres", Icon::settings}}}},
          .demo = DemoClock{"jeton"}};
}

std::vector<Sample> samples() {
  std::vector<Sample> all;
  for (auto* subject : {list_samples, file_samples, form_samples, phone_samples, other_samples}) {
    for (Sample& sample : subject()) all.push_back(std::move(sample));
  }
  return all;
}

}  // namespace gallery
