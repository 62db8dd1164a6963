// What lists of other things say of their files: one statement for 64 of them.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "desks/motor/file/file.hpp"

namespace motor::file {

struct Brief {
  FileId id;
  std::string reference;
  identity::OrganisationId cabinet, repairer;
  std::string vehicle, plate, insured;
  Place place;
  State state;

  std::string vehicle_words() const { return plate.empty() ? vehicle : vehicle + " · " + plate; }
  std::string place_words() const {
    return place.postal_code.empty() ? place.name : place.postal_code + " " + place.name;
  }
};

class Briefs {
 public:
  Briefs() = default;
  Briefs(db::Transaction& tx, std::vector<FileId> files);  // an id may stand there twice
  const Brief* of(FileId id) const;                        // null when there is none
  std::vector<identity::OrganisationId> organisations() const;

 private:
  std::unordered_map<FileId, Brief> briefs_;
};

}  // namespace motor::file
