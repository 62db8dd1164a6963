// The types of file that are kept, told by their first bytes and never by a name (P3). Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace documents {

enum class MediaType { pdf, jpeg, png, webp, xlsx };  // xlsx: made by the house, never taken from strangers
std::string_view to_text(MediaType type);             // "application/pdf": also the stored form
std::optional<MediaType> media_type_from_text(std::string_view text);

// Nothing for any other type. A PDF must begin at its first byte: readers that skip what stands before it make
// polyglots.
std::optional<MediaType> media_type_of(std::string_view bytes);

// The name to show and to download under: no path, control or direction marks, and an ending that tells the true type.
// "facture.exe" that is a PDF becomes "facture.exe.pdf"; an empty name becomes "document.pdf" or "photo.jpg".
std::string shown_filename(std::string_view sent, MediaType type);

}  // namespace documents
