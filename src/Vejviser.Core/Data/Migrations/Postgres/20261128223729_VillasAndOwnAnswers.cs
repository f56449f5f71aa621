using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vejviser.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class VillasAndOwnAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_host_access_host_id",
                table: "host_access");

            migrationBuilder.AddColumn<string>(
                name: "by_hand",
                table: "interpreter_booking",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "stays_on",
                table: "host_match",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "villa",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    area = table.Column<string>(type: "text", nullable: true),
                    rooms = table.Column<int>(type: "integer", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: false),
                    is_closed = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_villa", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "youth_tie",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    other_person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_apart = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_youth_tie", x => new { x.person_id, x.other_person_id });
                    table.ForeignKey(
                        name: "fk_youth_tie_people_other_person_id",
                        column: x => x.other_person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_youth_tie_people_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "villa_contact",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    villa_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: true),
                    language = table.Column<string>(type: "text", nullable: false),
                    other_language = table.Column<string>(type: "text", nullable: true),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    is_closed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_villa_contact", x => x.id);
                    table.ForeignKey(
                        name: "fk_villa_contact_asp_net_users_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_villa_contact_villa_villa_id",
                        column: x => x.villa_id,
                        principalTable: "villa",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "youth_home",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assessed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    fits = table.Column<bool>(type: "boolean", nullable: false),
                    custody_holder = table.Column<string>(type: "text", nullable: true),
                    wished_villa_id = table.Column<Guid>(type: "uuid", nullable: true),
                    chosen_villa_id = table.Column<Guid>(type: "uuid", nullable: true),
                    chosen_reason = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_youth_home", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_youth_home_people_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_youth_home_villa_chosen_villa_id",
                        column: x => x.chosen_villa_id,
                        principalTable: "villa",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_youth_home_villa_wished_villa_id",
                        column: x => x.wished_villa_id,
                        principalTable: "villa",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "villa_stay",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    villa_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    by_hand = table.Column<string>(type: "text", nullable: true),
                    moved_in_on = table.Column<DateOnly>(type: "date", nullable: true),
                    lease_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<int>(type: "integer", nullable: true),
                    held_person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_villa_stay", x => x.id);
                    table.ForeignKey(
                        name: "fk_villa_stay_people_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_villa_stay_villa_contact_contact_id",
                        column: x => x.contact_id,
                        principalTable: "villa_contact",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_villa_stay_villa_villa_id",
                        column: x => x.villa_id,
                        principalTable: "villa",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_host_access_host_id",
                table: "host_access",
                column: "host_id",
                unique: true,
                filter: "revoked_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_changes",
                table: "audit_entry",
                columns: new[] { "household_id", "seq" },
                filter: "action NOT LIKE '%.read' AND action NOT LIKE '%.show-cpr' AND action NOT LIKE '%.search-cpr' AND action NOT LIKE '%.export' AND action NOT LIKE '%.print'");

            migrationBuilder.CreateIndex(
                name: "ix_villa_name",
                table: "villa",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_villa_contact_account_id",
                table: "villa_contact",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_villa_contact_villa_id",
                table: "villa_contact",
                column: "villa_id");

            migrationBuilder.CreateIndex(
                name: "ix_villa_stay_contact_id",
                table: "villa_stay",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_villa_stay_held_person_id",
                table: "villa_stay",
                column: "held_person_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_villa_stay_person_id",
                table: "villa_stay",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_villa_stay_villa_id",
                table: "villa_stay",
                column: "villa_id");

            migrationBuilder.CreateIndex(
                name: "ix_youth_home_chosen_villa_id",
                table: "youth_home",
                column: "chosen_villa_id");

            migrationBuilder.CreateIndex(
                name: "ix_youth_home_wished_villa_id",
                table: "youth_home",
                column: "wished_villa_id");

            migrationBuilder.CreateIndex(
                name: "ix_youth_tie_other_person_id",
                table: "youth_tie",
                column: "other_person_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "villa_stay");

            migrationBuilder.DropTable(
                name: "youth_home");

            migrationBuilder.DropTable(
                name: "youth_tie");

            migrationBuilder.DropTable(
                name: "villa_contact");

            migrationBuilder.DropTable(
                name: "villa");

            migrationBuilder.DropIndex(
                name: "ix_host_access_host_id",
                table: "host_access");

            migrationBuilder.DropIndex(
                name: "ix_audit_entry_changes",
                table: "audit_entry");

            migrationBuilder.DropColumn(
                name: "by_hand",
                table: "interpreter_booking");

            migrationBuilder.DropColumn(
                name: "stays_on",
                table: "host_match");

            migrationBuilder.CreateIndex(
                name: "ix_host_access_host_id",
                table: "host_access",
                column: "host_id");
        }
    }
}
