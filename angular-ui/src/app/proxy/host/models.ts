
export interface ColleagueDto {
  id: string;
  userName: string;
  name?: string | null;
  surname?: string | null;
  email: string;
}
