package dev.akin.model;

/// What it takes to find users like one user: the part of a release that is loaded for it.
///
/// @param catalogue numbers the items of a history
/// @param model turns a history into a vector
/// @param users lie where the vectors of the same model do
public record UserSpace(CatalogueSnapshot catalogue, FactorModel model, UserFactors users) {
  public UserSpace {
    if (model.items() != catalogue.size()) {
      throw new IllegalArgumentException("factors and catalogue differ in size");
    }
    if (model.dimension() != users.dimension()) {
      throw new IllegalArgumentException("factors of items and of users differ in number");
    }
  }
}
