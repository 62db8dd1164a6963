#include "app/demo/motor/motor_papers.hpp"

#include "app/demo/motor/motor_pictures.hpp"
#include "app/demo/papers.hpp"

namespace app::demo::motor_desk {

using motor::document::Kind;
using motor::photos::Slot;

PaperSet::PaperSet(documents::Store& store, identity::OrganisationId first, const std::filesystem::path& folder)
    : store_(store), first_(first) {
  constexpr Kind kinds[] = {Kind::quote,  Kind::invoice,           Kind::provisional_report,
                            Kind::report, Kind::payment_agreement, Kind::conformity_report};
  for (const Kind kind : kinds) {
    const auto prepared =
        store.prepare(first,
                      pdf(folder, std::string(to_text(kind)) + ".pdf",
                          {std::string(title(kind)), "Exemplaire de démonstration", "Total TTC : selon le dossier"}),
                      documents::Accept::pdf);
    MANDAT_ASSERT(prepared.ok());
    papers_.emplace(kind, *prepared);
  }
  for (const Slot slot : motor::photos::slots) {
    const auto prepared = store.prepare(first, picture(folder, slot), documents::Accept::image);
    MANDAT_ASSERT(prepared.ok());
    pictures_.emplace(slot, *prepared);
  }
}

documents::Prepared PaperSet::of(identity::OrganisationId owner, Kind kind) { return share(owner, papers_.at(kind)); }
documents::Prepared PaperSet::of(identity::OrganisationId owner, Slot slot) { return share(owner, pictures_.at(slot)); }

const documents::Prepared& PaperSet::share(identity::OrganisationId owner, const documents::Prepared& prepared) {
  if (owner == first_ || !shared_.emplace(owner, prepared.sha256).second) return prepared;
  const auto copy = [](const std::filesystem::path& from, const std::filesystem::path& to) {
    std::filesystem::create_directories(to.parent_path());
    std::filesystem::copy_file(from, to, std::filesystem::copy_options::skip_existing);
  };
  copy(store_.path_of(first_, prepared.sha256), store_.path_of(owner, prepared.sha256));
  if (prepared.has_thumbnail)
    copy(store_.thumbnail_path_of(first_, prepared.sha256), store_.thumbnail_path_of(owner, prepared.sha256));
  return prepared;
}

}  // namespace app::demo::motor_desk
