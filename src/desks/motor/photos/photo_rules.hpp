// The photographs of a remote inspection: what is asked for, what is missing (M11). Pure.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "base/rule.hpp"

namespace motor::photos {

inline constexpr base::Rule photo_rules[] = {
    MANDAT_RULE("M11.photos",
                "A remote inspection asks for four angles, the plate, the odometer and the damage; each photograph is "
                "sent by itself; both sides see what is missing, and the one that makes the set whole is an event"),
    MANDAT_RULE("M11.retake",
                "The firm may ask for a photograph again, with a reason; it is missing until another one comes"),
};
inline constexpr base::Figure<int> most_damage_photos{"M11.most_damage_photos", 12};  // of one set

enum class Slot { front_left, front_right, rear_left, rear_right, plate, odometer, damage };
inline constexpr std::array slots{Slot::front_left, Slot::front_right, Slot::rear_left, Slot::rear_right,
                                  Slot::plate,      Slot::odometer,    Slot::damage};
std::string_view to_text(Slot slot);
std::optional<Slot> slot_from_text(std::string_view text);
std::string_view label(Slot slot);   // "Avant gauche"
std::string_view advice(Slot slot);  // what the photograph must show
constexpr bool takes_several(Slot slot) { return slot == Slot::damage; }

enum class Standing { kept, replaced, retake };
std::string_view to_text(Standing standing);
std::optional<Standing> standing_from_text(std::string_view text);

// Those of `slots` without a kept photograph, in their order.
std::vector<Slot> missing(const std::vector<Slot>& kept);

}  // namespace motor::photos
