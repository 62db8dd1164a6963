// Whether a file changed, or one of those that a list, an agenda or a round is made of, to those whose it is (P15).
#include "desks/motor/file/file.hpp"
#include "desks/motor/list/list_pages.hpp"
#include "floor/live/live.hpp"

namespace motor::list {

web::Response list_changes(visit::Visit& visit) {
  return live::answer(visit, [&](db::Transaction& tx, const platform::FileRef& file) {
    return file.kind == file_kind_name && file::find(tx, FileId{file.id}, visit.actor()).has_value();
  });
}

web::Response file_changes(visit::Visit& visit) {
  const FileId id{visit.id()};
  const bool mine =
      visit.platform.database.read([&](db::Transaction& tx) { return file::find(tx, id, visit.actor()).has_value(); });
  if (!mine)
    return live::gone({.title = "Ce dossier n’est plus dans votre liste",
                       .text = "Cette page ne se met plus à jour, et ce que vous enverriez d’ici ne serait pas reçu.",
                       .label = "Revenir à la liste des dossiers",
                       .url = "/reparateurs"});
  return live::answer(visit, [&](db::Transaction&, const platform::FileRef& file) { return file == file_of(id); });
}

}  // namespace motor::list
